package uploads_test

import (
	"testing"

	"wellspring/pkg/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }
