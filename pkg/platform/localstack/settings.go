package localstack

import (
	"maps"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// arguments are the settings, sorted, on the command line: a change of this
// program reaches old data folders too.
func (p *postgres) arguments() ([]string, error) {
	settings := p.settings()
	if p.socket != "" {
		settings["port"] = strconv.Itoa(socketPort)
		// The setting is a list, and its items may hold commas and spaces.
		settings["unix_socket_directories"] = `"` + strings.ReplaceAll(p.socket, `"`, `""`) + `"`
	} else {
		port, err := p.stack.port(func(d *stateData) *int { return &d.PostgresPort })
		if err != nil {
			return nil, err
		}
		settings["listen_addresses"], settings["port"] = "127.0.0.1", strconv.Itoa(port)
	}
	maps.Copy(settings, p.stack.options.PostgresSettings)
	args := []string{"-D", p.dir}
	for _, name := range slices.Sorted(maps.Keys(settings)) {
		args = append(args, "-c", name+"="+settings[name])
	}
	return args, nil
}

func (*postgres) settings() map[string]string {
	return map[string]string{
		"shared_buffers":       "128MB",
		"effective_cache_size": "512MB",
		"max_connections":      "60",
		"random_page_cost":     "1.1", // a laptop's disk has no heads to move
		"jit":                  "off", // it compiles longer than our queries run

		// Nothing answered with success is ever lost.
		"fsync":              "on",
		"synchronous_commit": "on",
		"full_page_writes":   "on",
		// Nobody replicates from here.
		"wal_level":       "minimal",
		"max_wal_senders": "0",

		// Statements hold what people wrote; the log must not.
		"log_statement":                     "none",
		"log_min_error_statement":           "panic",
		"log_parameter_max_length":          "0",
		"log_parameter_max_length_on_error": "0",
		"log_checkpoints":                   "off",
		"timezone":                          "UTC",
		"log_timezone":                      "UTC",

		"listen_addresses":        "",
		"unix_socket_directories": "",
		"unix_socket_permissions": "0700",
		"password_encryption":     "scram-sha-256",
	}
}

// locale sorts by code point and knows the letters of all languages, the same
// on every system; sorting for people names its collation.
func (p *postgres) locale() []string {
	switch {
	case p.bin.major >= 17:
		return []string{"--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"}
	case runtime.GOOS == "linux":
		return []string{"--locale=C.UTF-8"}
	default:
		return []string{"--locale=C", "--lc-ctype=UTF-8"}
	}
}
