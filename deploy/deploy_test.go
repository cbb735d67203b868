// Package deploy checks the deployment as far as that is possible without a Docker engine: that the compose file, the
// Dockerfiles and the Caddyfile keep their promises, and that they agree with each other and with the program's settings.
// Where Docker's compose client or Caddy is installed, they judge their own files too.
package deploy

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

const root = ".."

type composeFile struct {
	Services map[string]service
	Networks map[string]struct{ Internal bool }
	Volumes  map[string]any
}

type service struct {
	Image       string
	Build       *build
	User        string
	Command     []string
	Restart     string
	ReadOnly    bool     `yaml:"read_only"`
	CapDrop     []string `yaml:"cap_drop"`
	CapAdd      []string `yaml:"cap_add"`
	SecurityOpt []string `yaml:"security_opt"`
	Privileged  bool
	Environment map[string]string
	Ports       []string
	Volumes     []string
	Networks    []string
	DependsOn   map[string]struct{ Condition string } `yaml:"depends_on"`
	Healthcheck *struct{ Test []string }
}

type build struct{ Context, Dockerfile, Target string }

func (s service) runsOnce() bool { return s.Restart == "no" }

func (s service) runsProgram() bool { return s.Build != nil && s.Build.Target == "program" }

func compose(t *testing.T) composeFile {
	t.Helper()
	var file composeFile
	require.NoError(t, yaml.Unmarshal([]byte(read(t, "docker-compose.yml")), &file))
	require.NotEmpty(t, file.Services)
	return file
}

// read gives the text of a file, named from the root of the checkout.
func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, name))
	require.NoError(t, err)
	return string(text)
}

func TestTheTopologyIsComplete(t *testing.T) {
	t.Parallel()
	file := compose(t)
	for _, name := range []string{"postgres", "meilisearch", "migrate", "program", "worker", "web"} {
		require.Contains(t, file.Services, name)
	}
	require.Equal(t, []string{"serve", "--jobs=false"}, file.Services["program"].Command)
	require.Equal(t, []string{"worker"}, file.Services["worker"].Command)
	require.Equal(t, []string{"migrate"}, file.Services["migrate"].Command)
}

func TestImagesArePinned(t *testing.T) {
	t.Parallel()
	pinned := regexp.MustCompile(`:v?\d+\.\d+(\.\d+)?(-[a-z0-9-]+)?$`)
	for name, service := range compose(t).Services {
		require.NotContains(t, service.Image, "latest", name)
		if service.Build == nil {
			require.Regexp(t, pinned, service.Image, "%s: pin the image to a full version", name)
		}
	}
}

func TestEveryServiceTellsItsHealthOrRunsOnce(t *testing.T) {
	t.Parallel()
	for name, service := range compose(t).Services {
		if !service.runsOnce() {
			require.NotNil(t, service.Healthcheck, "%s has no health check", name)
			require.Equal(t, "CMD", service.Healthcheck.Test[0], "%s: the images have no shell; name the program", name)
		}
	}
}

func TestServicesHaveNoMoreRightsThanTheyNeed(t *testing.T) {
	t.Parallel()
	for name, service := range compose(t).Services {
		require.NotContains(t, []string{"", "root", "0", "0:0"}, service.User, "%s runs as root", name)
		require.True(t, service.ReadOnly, "%s: the root file system must be read-only", name)
		require.Equal(t, []string{"ALL"}, service.CapDrop, name)
		require.Empty(t, service.CapAdd, name)
		require.Contains(t, service.SecurityOpt, "no-new-privileges:true", name)
		require.False(t, service.Privileged, name)
	}
}

func TestOnlyCaddyCanBeReachedFromOutside(t *testing.T) {
	t.Parallel()
	file := compose(t)
	require.True(t, file.Networks["storage"].Internal)
	for name, service := range file.Services {
		if name != "web" {
			require.Empty(t, service.Ports, "%s publishes a port", name)
		}
	}
	require.Equal(t, []string{"storage"}, file.Services["postgres"].Networks)
	require.Equal(t, []string{"storage"}, file.Services["meilisearch"].Networks)
	require.Equal(t, []string{"web"}, file.Services["web"].Networks)
}

func TestServicesWaitForWhatTheyNeed(t *testing.T) {
	t.Parallel()
	file := compose(t)
	require.Equal(t, "service_healthy", file.Services["migrate"].DependsOn["postgres"].Condition)
	for _, name := range []string{"program", "worker"} {
		require.Equal(t, "service_completed_successfully", file.Services[name].DependsOn["migrate"].Condition, name)
	}
	for name, service := range file.Services {
		for needed, wait := range service.DependsOn {
			require.Contains(t, file.Services, needed, name)
			if wait.Condition == "service_healthy" {
				require.NotNil(t, file.Services[needed].Healthcheck, "%s waits for the health of %s", name, needed)
			}
		}
	}
}

func TestWhatMustSurviveIsOnAVolume(t *testing.T) {
	t.Parallel()
	file := compose(t)
	for name, folder := range map[string]string{
		"postgres": "/var/lib/postgresql/data", "meilisearch": "/meili_data", "web": "/var/lib/caddy",
	} {
		require.Len(t, file.Services[name].Volumes, 1)
		volume, target, _ := strings.Cut(file.Services[name].Volumes[0], ":")
		require.Equal(t, folder, target)
		require.Contains(t, file.Volumes, volume)
	}
}

func TestSecretsComeFromTheEnvironmentOnly(t *testing.T) {
	t.Parallel()
	secret := regexp.MustCompile(`PASSWORD|SECRET|KEY`)
	for name, service := range compose(t).Services {
		for variable, value := range service.Environment {
			if secret.MatchString(variable) {
				require.Regexp(t, `^\$\{[A-Z_]+:\?[^}]+\}$`, value, "%s: %s must come from .env, and its absence must stop the start", name, variable)
			}
		}
		if address, ok := service.Environment["DATABASE_URL"]; ok {
			require.Contains(t, address, ":${POSTGRES_PASSWORD:?", name)
		}
	}
}

func TestTheExampleNamesEachSettingAndHoldsNoSecret(t *testing.T) {
	t.Parallel()
	used := names(`\$\{([A-Z_]+)`, read(t, "docker-compose.yml"))
	example := read(t, ".env.example")
	require.Equal(t, used, names(`(?m)^#?([A-Z_]+)=`, example), "settings of docker-compose.yml and of .env.example")
	require.NotRegexp(t, `(?m)^\w*(PASSWORD|SECRET|KEY)=.+`, example)
	require.Contains(t, read(t, ".gitignore"), "\n.env\n")
	require.Contains(t, read(t, ".dockerignore"), "\n*\n", "nothing may reach an image unless it is listed")
}

func TestTheProgramKnowsEachOfItsSettings(t *testing.T) {
	t.Parallel()
	var source strings.Builder
	files, err := filepath.Glob(filepath.Join(root, "cmd/wellspring/*.go"))
	require.NoError(t, err)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		source.Write(text)
	}
	known := names(`env:"([A-Z_]+)"`, source.String())
	for name, service := range compose(t).Services {
		if !service.runsProgram() {
			continue
		}
		for variable := range service.Environment {
			require.Contains(t, known, variable, "%s sets what the program does not read", name)
		}
		for _, required := range names(`env:"([A-Z_]+)" required`, source.String()) {
			require.Contains(t, service.Environment, required, "%s lacks what the program requires", name)
		}
	}
	for _, variable := range names(`(?:^|\s)(WELLSPRING_[A-Z_]+)=`, read(t, "deploy/docker/Dockerfile")) {
		require.Contains(t, known, variable, "the Dockerfile sets what the program does not read")
	}
}

// names gives what the first group of a pattern matches, each once, in order.
func names(pattern, text string) []string {
	var found []string
	for _, match := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		found = append(found, match[1])
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func TestComposeJudgesItsFileWhereItIsInstalled(t *testing.T) {
	t.Parallel()
	if exec.CommandContext(t.Context(), "docker", "compose", "version").Run() != nil {
		t.Log("docker compose is not installed here; the other tests read the file by themselves")
		return
	}
	command := exec.CommandContext(t.Context(), "docker", "compose", "--file", "docker-compose.yml", "config", "--quiet")
	command.Dir = root
	command.Env = append(os.Environ(), "POSTGRES_PASSWORD=a", "MEILI_KEY=b", "WELLSPRING_SECRET=c", "WELLSPRING_BASE_URL=http://localhost")
	wantSuccess(t, command)
}

func wantSuccess(t *testing.T, command *exec.Cmd) {
	t.Helper()
	said, err := command.CombinedOutput()
	require.NoError(t, err, string(said))
}

// installed finds a program on this machine, and tells the log where there is none.
func installed(ctx context.Context, t *testing.T, name string, arguments ...string) *exec.Cmd {
	t.Helper()
	found, err := exec.LookPath(name)
	if err != nil {
		t.Logf("%s is not installed here; the other tests read its file by themselves", name)
		return nil
	}
	return exec.CommandContext(ctx, found, arguments...)
}
