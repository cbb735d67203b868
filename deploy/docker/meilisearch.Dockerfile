# Meilisearch as it is published, but not as root: a new volume takes over the owner of the folder in the image.
FROM getmeili/meilisearch:v1.21.0
RUN chown 65532:65532 /meili_data
USER 65532:65532
