package api

import (
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"wellspring/pkg/app"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/ratelimit"
)

// maxBody is the size of the largest request body that is read, in bytes.
const maxBody = 1 << 20

// Options say how the server faces the network.
type Options struct {
	// BaseURL is the address people use, such as https://ask.example.org; empty means what the request says.
	BaseURL string
	// TrustedProxies may name the client's address in X-Forwarded-For.
	TrustedProxies []*net.IPNet
	// Assets is the folder of the built frontend; empty serves the API alone.
	Assets string
	// Version is the program's version.
	Version string
	// RequestsPerMinute limits one person or address; 0 means the default, a negative figure no limit.
	RequestsPerMinute int
	Log               *slog.Logger
}

// Server is the HTTP side of the app.
type Server struct {
	app     *app.App
	options Options
	log     *slog.Logger
	limiter *ratelimit.Limiter
	echo    *echo.Echo
	api     huma.API
	metrics *metrics
	pages   pages
	// ending is closed by endStreams.
	ending chan struct{}
	// inHand has a seat for each upload that is worked on.
	inHand     chan struct{}
	endStreams func()
}

// New builds the server; it serves nothing before its Handler is given to a listener.
func New(a *app.App, options Options) (*Server, error) {
	hookProblems()
	s := bare(a, options)
	if options.RequestsPerMinute >= 0 {
		perMinute := options.RequestsPerMinute
		if perMinute == 0 {
			perMinute = defaultRequestsPerMinute
		}
		s.limiter = ratelimit.New(clock.System{}, perMinute, time.Minute)
	}
	s.echo.Use(s.securityHeaders, middleware.GzipWithConfig(middleware.GzipConfig{Level: gzipLevel, MinLength: gzipMinLength, Skipper: uncompressed}))

	v1 := s.echo.Group("/api/v1", s.sameOrigin, s.wellFormed, s.authenticated, s.limited, s.spooled, s.onceOnly, s.conditional)
	s.api = humaecho.NewWithGroup(s.echo, v1, s.document())
	s.routes()
	describeNulls(s.schemas())
	describeHeaders(s.api.OpenAPI())
	s.operational()
	s.unsubscribing()
	s.uploadedFiles()
	s.described()
	if err := s.singlePage(); err != nil {
		return nil, err
	}
	return s, nil
}

// NewOperational builds a server that tells machines how the process is and answers nothing else, for a worker.
func NewOperational(a *app.App, options Options) *Server {
	s := bare(a, options)
	s.operational()
	return s
}

func bare(a *app.App, options Options) *Server {
	ending := make(chan struct{})
	s := &Server{
		app: a, options: options, log: options.Log, echo: echo.New(), metrics: newMetrics(a), pages: newPages(),
		inHand: make(chan struct{}, uploadsInHand), ending: ending, endStreams: sync.OnceFunc(func() { close(ending) }),
	}
	s.echo.HideBanner, s.echo.HidePort = true, true
	s.echo.HTTPErrorHandler = s.handleError
	s.echo.IPExtractor = s.clientAddress()
	s.echo.Pre(s.withRequestID, s.logged, s.recovered, readablePath)
	return s
}

// Handler is what a listener serves.
func (s *Server) Handler() http.Handler { return s.echo }

// routes is the whole route table: one line a resource.
func (s *Server) routes() {
	s.registerOrganisation(s.api)
	s.registerUsers(s.api)
	s.registerSessions(s.api)
	s.registerMe(s.api)
	s.registerAvatars(s.api)
	s.registerClaims(s.api)
	s.registerSpaces(s.api)
	s.registerQuestions(s.api)
	s.registerAnswers(s.api)
	s.registerPosts(s.api)
	s.registerTimeline(s.api)
	s.registerTextHistories(s.api)
	s.registerVotes(s.api)
	s.registerModeration(s.api)
	s.registerBounties(s.api)
	s.registerFlags(s.api)
	s.registerReviews(s.api)
	s.registerMentions(s.api)
	s.registerComments(s.api)
	s.registerSuggestions(s.api)
	s.registerConversions(s.api)
	s.registerSaves(s.api)
	s.registerFollows(s.api)
	s.registerInbox(s.api)
	s.registerRecognition(s.api)
	s.registerMailPreferences(s.api)
	s.registerMails(s.api)
	s.registerDrafts(s.api)
	s.registerUploads(s.api)
	s.registerTags(s.api)
	s.registerTagPreferences(s.api)
	s.registerTagSuggestions(s.api)
	s.registerTemplates(s.api)
	s.registerSearch(s.api)
	s.registerFeeds(s.api)
	s.registerFeedTokens(s.api)
	s.registerMarkdown(s.api)
	s.registerReputation(s.api)
	s.registerPrivileges(s.api)
	s.registerBadges(s.api)
	s.registerLeaderboards(s.api)
}
