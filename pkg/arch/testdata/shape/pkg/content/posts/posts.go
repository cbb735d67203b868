package posts
