package deploy

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// stage is one FROM of a Dockerfile with the instructions below it, their variables filled in.
type stage struct {
	base, name   string
	instructions [][]string
}

func (s stage) values(keyword string) []string {
	var values []string
	for _, instruction := range s.instructions {
		if instruction[0] == keyword {
			values = append(values, instruction[1])
		}
	}
	return values
}

// stages reads the little of a Dockerfile that these tests ask about.
func stages(t *testing.T, name string) []stage {
	t.Helper()
	text := regexp.MustCompile(`\\\n\s*`).ReplaceAllString(read(t, name), "")
	arguments := map[string]string{}
	var found []stage
	for line := range strings.Lines(text) {
		keyword, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case keyword == "" || strings.HasPrefix(keyword, "#"):
		case keyword == "ARG" && len(found) == 0:
			variable, value, _ := strings.Cut(rest, "=")
			arguments[variable] = value
		case keyword == "FROM":
			words := strings.Fields(os.Expand(rest, func(variable string) string { return arguments[variable] }))
			words = slices.DeleteFunc(words, func(word string) bool { return strings.HasPrefix(word, "--") })
			found = append(found, stage{base: words[0], name: words[len(words)-1]})
		default:
			last := &found[len(found)-1]
			last.instructions = append(last.instructions, []string{keyword, rest})
		}
	}
	require.NotEmpty(t, found)
	return found
}

func stageNamed(t *testing.T, all []stage, name string) stage {
	t.Helper()
	index := slices.IndexFunc(all, func(s stage) bool { return s.name == name })
	require.NotEqual(t, -1, index, "there is no stage %q", name)
	return all[index]
}

func TestImagesAreBuiltFromPinnedOnes(t *testing.T) {
	t.Parallel()
	pinned := regexp.MustCompile(`^[a-z/]+:v?\d+\.\d+\.\d+(-[a-z-]+)?$`)
	for _, file := range dockerfiles(t) {
		for _, stage := range stages(t, file) {
			if stage.base != "scratch" {
				require.Regexp(t, pinned, stage.base, file)
			}
		}
	}
}

func TestImagesThatRunAreNotRoot(t *testing.T) {
	t.Parallel()
	for name, service := range compose(t).Services {
		if service.Build == nil {
			continue
		}
		all := stages(t, path.Join(service.Build.Context, service.Build.Dockerfile))
		final := all[len(all)-1]
		if service.Build.Target != "" {
			final = stageNamed(t, all, service.Build.Target)
		}
		require.Equal(t, []string{service.User}, final.values("USER"), "%s: the image and docker-compose.yml name one user", name)
	}
}

func TestTheProgramsImageHoldsNothingButTheProgram(t *testing.T) {
	t.Parallel()
	program := stageNamed(t, stages(t, "deploy/docker/Dockerfile"), "program")
	require.Equal(t, "scratch", program.base)
	require.Empty(t, program.values("RUN"))
	for _, copied := range program.values("COPY") {
		require.Contains(t, copied, "--from=", "compile in an earlier stage, copy the result")
	}
}

func TestWhatImagesCopyExistsAndIsLetIn(t *testing.T) {
	t.Parallel()
	letIn := names(`(?m)^!(.+)$`, read(t, ".dockerignore"))
	for _, stage := range stages(t, "deploy/docker/Dockerfile") {
		require.Empty(t, stage.values("ADD"))
		for _, copied := range stage.values("COPY") {
			if strings.HasPrefix(copied, "--from=") {
				continue
			}
			words := strings.Fields(copied)
			for _, source := range words[:len(words)-1] {
				_, err := os.Stat(filepath.Join(root, source))
				require.NoError(t, err, "COPY %s", copied)
				require.True(t, slices.ContainsFunc(letIn, func(allowed string) bool {
					return source == allowed || strings.HasPrefix(source, allowed+"/")
				}), ".dockerignore keeps %s out", source)
			}
		}
	}
}

func TestTheImageIsBuiltWithTheToolchainOfTheModule(t *testing.T) {
	t.Parallel()
	version := regexp.MustCompile(`(?m)^go (\S+)$`).FindStringSubmatch(read(t, "go.mod"))[1]
	build := stageNamed(t, stages(t, "deploy/docker/Dockerfile"), "build")
	require.True(t, strings.HasPrefix(build.base, "golang:"+version+"-"), "go.mod asks for %s, the image has %s", version, build.base)
}

func TestCaddyAndComposeAgree(t *testing.T) {
	t.Parallel()
	caddy := read(t, "deploy/caddy/Caddyfile")
	file := compose(t)
	for _, port := range names(`(?m)^\thttps?_port (\d+)$`, caddy) {
		require.True(t, slices.ContainsFunc(file.Services["web"].Ports, func(published string) bool {
			return strings.HasSuffix(published, ":"+port)
		}), "port %s is not published", port)
	}
	upstream := names(`reverse_proxy \{\$WELLSPRING_UPSTREAM:([^}]+)\}`, caddy)
	require.Equal(t, []string{file.Services["web"].Environment["WELLSPRING_UPSTREAM"]}, upstream)
	host, port, _ := strings.Cut(upstream[0], ":")
	require.Contains(t, file.Services, host)
	require.Equal(t, "0.0.0.0:"+port, file.Services[host].Environment["WELLSPRING_ADDRESS"])
	require.Equal(t, strings.Count(caddy, "{"), strings.Count(caddy, "}"), "braces")
	require.Contains(t, caddy, "admin off")
	require.Regexp(t, `handle /metrics \{\s+error 404`, caddy, "figures are for the inside")
	for variable := range file.Services["web"].Environment {
		require.Contains(t, caddy, "{$"+variable, "Caddy does not read %s", variable)
	}
}

func TestTheProgramBelievesCaddyAndNobodyElse(t *testing.T) {
	t.Parallel()
	subnet := names(`- subnet: (\S+)`, read(t, "docker-compose.yml"))
	require.Len(t, subnet, 1)
	require.Equal(t, subnet[0], compose(t).Services["program"].Environment["WELLSPRING_TRUSTED_PROXIES"])
}

func TestCaddyJudgesItsFileWhereItIsInstalled(t *testing.T) {
	t.Parallel()
	command := installed(t.Context(), t, "caddy", "adapt", "--validate", "--adapter", "caddyfile", "--config", "caddy/Caddyfile")
	if command != nil {
		command.Env = append(os.Environ(), "WELLSPRING_UPSTREAM=127.0.0.1:1")
		wantSuccess(t, command)
	}
}

func dockerfiles(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob("docker/*ockerfile")
	require.NoError(t, err)
	require.NotEmpty(t, found)
	for index, name := range found {
		found[index] = path.Join("deploy", filepath.ToSlash(name))
	}
	return found
}
