// Command batch-routes answers what `amtool config routes test` answers, for as many label sets as come: it reads one JSON
// object a line, with the path of an alertmanager.yml and a label set, and writes one line each, the receivers joined by
// commas. It is built within the source of Alertmanager (.ci/install-programs), so that the tree is Alertmanager's own.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/prometheus/alertmanager/config"
	"github.com/prometheus/alertmanager/dispatch"
	"github.com/prometheus/common/model"
)

type question struct {
	Config string         `json:"config"`
	Labels model.LabelSet `json:"labels"`
}

func main() {
	trees := map[string]*dispatch.Route{}
	questions := json.NewDecoder(os.Stdin)
	answers := bufio.NewWriter(os.Stdout)
	for {
		var asked question
		err := questions.Decode(&asked)
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			log.Fatalf("a question must be an object with config and labels: %v", err)
		}
		tree, isLoaded := trees[asked.Config]
		if !isLoaded {
			loaded, err := config.LoadFile(asked.Config)
			if err != nil {
				log.Fatalf("%s: %v", asked.Config, err)
			}
			tree = dispatch.NewRoute(loaded.Route, nil)
			trees[asked.Config] = tree
		}
		var receivers []string
		for _, route := range tree.Match(asked.Labels) {
			receivers = append(receivers, route.RouteOpts.Receiver)
		}
		fmt.Fprintln(answers, strings.Join(receivers, ","))
	}
	if err := answers.Flush(); err != nil {
		log.Fatal(err)
	}
}
