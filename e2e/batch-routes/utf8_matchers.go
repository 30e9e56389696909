//go:build utf8_matchers

package main

import (
	"log/slog"

	"github.com/prometheus/alertmanager/featurecontrol"
	"github.com/prometheus/alertmanager/matcher/compat"
)

// From 0.27 on, programs choose how matchers are parsed; amtool and alertmanager choose this.
func init() {
	compat.InitFromFlags(slog.New(slog.DiscardHandler), featurecontrol.NoopFlags{})
}
