/**
 * Serves the stand-in for the Grafana provider on a unix socket:
 *
 *   node serve.js --schema FILE --socket PATH [--settle-ms N]
 *
 * Prints one line of JSON, the value for TF_REATTACH_PROVIDERS, when it is
 * ready. Ends on SIGTERM, and when its standard input closes, so that it never
 * outlives the process that started it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as grpc from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { WorstOrder } from "./apply-order";
import { decode } from "./msgpack";
import type * as protocol from "./protocol";
import { GrafanaProvider } from "./provider";
import type { SchemaFile } from "./schema";

const ADDRESS = "registry.terraform.io/grafana/grafana";

type Call = (request: unknown) => object;
type Handler = (
  call: { readonly request: unknown },
  respond: (
    failure: Partial<grpc.StatusObject> | null,
    response?: object,
  ) => void,
) => void;

const { values: given } = parseArgs({
  options: {
    schema: { type: "string" },
    socket: { type: "string" },
    "settle-ms": { type: "string", default: "0" },
  },
});
const { schema: schemaPath, socket } = given;
if (schemaPath === undefined || socket === undefined) {
  throw new Error("--schema and --socket must be given");
}

const schemas = JSON.parse(readFileSync(schemaPath, "utf8")) as SchemaFile;
const schema = schemas.provider_schemas[ADDRESS];
if (schema === undefined) {
  throw new Error(`${schemaPath}: no schema of ${ADDRESS}`);
}

// Dashboards make messages far larger than gRPC's default of 4 MiB.
const server = new grpc.Server({
  "grpc.max_receive_message_length": -1,
  "grpc.max_send_message_length": -1,
});
const service = serviceDefinition();
server.addService(
  service,
  implementation(
    service,
    new GrafanaProvider(schema),
    new WorstOrder(Number(given["settle-ms"])),
  ),
);
server.bindAsync(
  `unix:${socket}`,
  grpc.ServerCredentials.createInsecure(),
  (failure) => {
    if (failure) throw failure;
    // Terraform kills the process of this pid when it cannot dial the socket:
    // it must be this one and no other.
    const reattach = {
      Protocol: "grpc",
      ProtocolVersion: 5,
      Pid: process.pid,
      Test: true,
      Addr: { Network: "unix", String: socket },
    };
    process.stdout.write(`${JSON.stringify({ [ADDRESS]: reattach })}\n`);
  },
);

const end = (): void => {
  server.forceShutdown();
  process.exit(0);
};
process.on("SIGTERM", end);
process.stdin.on("end", end).resume();

function serviceDefinition(): grpc.ServiceDefinition {
  const loaded = grpc.loadPackageDefinition(
    loadSync(join(__dirname, "../../tfplugin5.proto"), {
      keepCase: true,
      longs: Number,
      enums: String,
      defaults: true,
      oneofs: true,
    }),
  );
  const { Provider } = loaded["tfplugin5"] as grpc.GrpcObject;
  return (Provider as grpc.ServiceClientConstructor).service;
}

/** Every call of the protocol goes to the provider's method of that name. */
function implementation(
  service: grpc.ServiceDefinition,
  provider: protocol.Provider,
  order: WorstOrder,
): grpc.UntypedServiceImplementation {
  const handlers = Object.keys(service).map((name): [string, Handler] => {
    const call = provider[name as keyof protocol.Provider].bind(
      provider,
    ) as Call;
    const answer: Handler = ({ request }, respond) => {
      try {
        respond(null, call(request));
      } catch (failure) {
        respond({
          code: grpc.status.UNKNOWN,
          details: `${name}: ${String(failure)}`,
        });
      }
    };
    return [
      name,
      name === "ApplyResourceChange" ? ordered(answer, order) : answer,
    ];
  });
  return Object.fromEntries(handlers);
}

function ordered(apply: Handler, order: WorstOrder): Handler {
  return (call, respond) => {
    const { type_name, planned_state } = call.request as protocol.ApplyRequest;
    order.submit(type_name, decode(planned_state) === null, () =>
      apply(call, respond),
    );
  };
}
