import {
  CreateBucketCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  PutBucketEncryptionCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { join, resolve } from "node:path";
import { promisedSha256, sha256Of } from "monitoring-as-code/backup";
import { s3Store, type ObjectStore } from "monitoring-as-code/clients";
import {
  pause,
  runCommand,
  RunningCommand,
  type CommandResult,
  classic,
  handMadeIn,
  makeByHand,
  GrafanaApi,
} from "@monitoring-as-code/grafana-stand-in";
import project from "../monitoring";
import { startS3Server, type S3Server } from "./s3-server";

const projectRoot = resolve(__dirname, "..");
/** Something that this project deploys. */
const [deployed = { folder: "", dashboard: "" }] = project.systems.flatMap(
  ({ id, dashboards }) =>
    dashboards.map(({ uid }) => ({ folder: id, dashboard: uid })),
);
const region = "eu-central-1";
const bucket = "acme-staging-monitoring-backups";
const token = "glsa_never-to-be-printed";
const below = "monitoring-backups/staging/";
const credentials = { accessKeyId: "e2e", secretAccessKey: "e2e" };

describe("backups in an S3 bucket", () => {
  let server: S3Server;
  let s3: S3Client;
  let store: ObjectStore;
  let grafana: GrafanaApi;

  beforeAll(async () => {
    server = await startS3Server();
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    });
    s3 = new S3Client({
      region,
      credentials,
      endpoint: server.endpoint,
      forcePathStyle: true,
    });
    await s3.send(
      new CreateBucketCommand({
        Bucket: bucket,
        CreateBucketConfiguration: { LocationConstraint: region },
      }),
    );
    await s3.send(
      new PutBucketEncryptionCommand({
        Bucket: bucket,
        ServerSideEncryptionConfiguration: {
          Rules: [
            { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } },
          ],
        },
      }),
    );
    store = s3Store({ bucket, region, endpoint: server.endpoint });
  }, 300_000);
  afterAll(() => server.stop());

  beforeEach(async () => {
    grafana = await GrafanaApi.start({ authorization: `Bearer ${token}` });
    makeByHand(grafana, new Date(), deployed);
    for (const key of await store.list(below))
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  });
  afterEach(() => grafana.stop());

  const environment = () => ({
    PATH: process.env["PATH"] ?? "",
    HOME: process.env["HOME"] ?? "",
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_S3: server.endpoint,
    GRAFANA_AUTH_STAGING: token,
  });

  async function monitoring(
    command: "backup" | "restore",
    ...args: readonly string[]
  ): Promise<CommandResult> {
    const result = await runCommand(
      "npx",
      ["monitoring", command, "staging", "--grafana", grafana.url, ...args],
      { cwd: projectRoot, env: environment() },
    );
    expect(result.output).not.toContain(token);
    return result;
  }

  const manifests = () => store.list(`${below}manifests/`);
  const objects = () => store.list(`${below}objects/`);

  /** What a server has whose disk is lost, after its deployment. */
  function loseEverything(): void {
    grafana.clear();
    grafana.folders.stored.set(deployed.folder, {
      uid: deployed.folder,
      title: "E-commerce",
      parentUid: "",
      version: 1,
    });
    grafana.dashboards.stored.set(deployed.dashboard, {
      uid: deployed.dashboard,
      title: "Overview",
      folderUid: deployed.folder,
      version: 1,
      updated: new Date().toISOString(),
      content: {},
    });
  }

  test("bring everything back that was lost, and only once", async () => {
    const before = handMadeIn(grafana, deployed);
    expect(await monitoring("backup")).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining(
        `of staging (Grafana 13.0.1) in s3://${bucket}: 3 folders, 5 dashboards, 3 annotations, 2 silences`,
      ) as string,
    });
    loseEverything();
    expect((await monitoring("restore", "--dry-run")).exitCode).toBe(2);
    expect(await monitoring("restore")).toMatchObject({ exitCode: 0 });
    expect(handMadeIn(grafana, deployed)).toEqual(before);
    expect(await monitoring("restore", "--dry-run")).toMatchObject({
      exitCode: 0,
    });
    expect((await monitoring("restore", "--list")).stdout).toContain(
      "5 dashboards",
    );
  });

  test("lie in the bucket encrypted, and as their names say", async () => {
    await monitoring("backup");
    const keys = await objects();
    expect(keys).toHaveLength(12);
    for (const key of [...(await manifests()), ...keys])
      expect(
        await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key })),
      ).toMatchObject({
        ServerSideEncryption: "AES256",
        ContentType: "application/json",
      });
    for (const key of keys)
      expect(sha256Of((await store.get(key)) ?? "")).toBe(promisedSha256(key));
  });

  test("leave the last one as it was when they are killed, and go on where they were", async () => {
    await monitoring("backup");
    const before = await manifests();
    for (let index = 0; index < 30; index += 1)
      grafana.dashboards.stored.set(`more-${index}`, {
        uid: `more-${index}`,
        title: `More ${index}`,
        folderUid: "",
        version: 1,
        updated: "2026-01-01T00:00:00Z",
        content: classic(`more-${index}`, `More ${index}`),
      });
    grafana.faults = [
      { on: /dashboards\/uid/, kind: { slowMilliseconds: 100 } },
    ];
    const first = (await objects()).length;
    const command = new RunningCommand(
      process.execPath,
      [
        join("packages", "monitoring", "bin", "monitoring.js"),
        ...["backup", "staging", "--grafana", grafana.url],
      ],
      { cwd: projectRoot, env: environment() },
    );
    let hasEnded = false;
    void command.finished.then(() => (hasEnded = true));
    while ((await objects()).length < first + 10 && !hasEnded) await pause(50);
    expect(hasEnded).toBe(false);
    command.kill("SIGKILL");
    expect((await command.finished).exitCode).toBe(-1);
    expect(await manifests()).toEqual(before);

    grafana.faults = [];
    const { stdout, exitCode } = await monitoring("backup");
    expect(exitCode).toBe(0);
    const [, reused, all] =
      /(\d+) of (\d+) objects were there from before it was interrupted/.exec(
        stdout,
      ) ?? [];
    expect(Number(reused)).toBeGreaterThanOrEqual(10);
    expect(Number(reused)).toBeLessThan(Number(all));
    expect(await manifests()).toHaveLength(2);
    const kept = handMadeIn(grafana, deployed);
    loseEverything();
    expect((await monitoring("restore")).exitCode).toBe(0);
    expect(handMadeIn(grafana, deployed)).toEqual(kept);
  });

  test("are not restored when an object was altered or deleted", async () => {
    await monitoring("backup");
    const keyOf = async (part: string): Promise<string> =>
      (await objects()).find((key) => key.includes(part)) ?? "";
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: await keyOf("/latency."),
        Body: "{}",
      }),
    );
    await s3.send(
      new DeleteObjectCommand({ Bucket: bucket, Key: await keyOf("/own.") }),
    );
    loseEverything();
    const { exitCode, output } = await monitoring("restore");
    expect(exitCode).toBe(1);
    expect(output).toMatch(/is not whole, nothing is restored/);
    expect(output).toMatch(
      /dashboards\/latency\.\w+\.json must have \d+ bytes, got 2/,
    );
    expect(output).toMatch(/dashboards\/own\.\w+\.json is missing/);
    expect(
      grafana.requests.filter((asked) => asked.startsWith("POST")),
    ).toEqual([]);
  });

  test("say what to do when the bucket is not there", async () => {
    const { exitCode, output } = await runCommand(
      "npx",
      ["monitoring", "backup", "dev", "--grafana", grafana.url],
      {
        cwd: projectRoot,
        env: { ...environment(), GRAFANA_AUTH_DEV: token },
      },
    );
    expect(exitCode).toBe(1);
    expect(output).toContain(
      "s3://acme-dev-monitoring-backups, list monitoring-backups/dev/manifests/: there is no such bucket; npx monitoring apply creates it with the environment",
    );
  });

  test("say what to do when nobody is signed in to AWS", async () => {
    const {
      AWS_ACCESS_KEY_ID: _,
      AWS_SECRET_ACCESS_KEY: __,
      ...env
    } = environment();
    const { exitCode, output } = await runCommand(
      "npx",
      ["monitoring", "restore", "staging", "--list"],
      {
        cwd: projectRoot,
        env: {
          ...env,
          HOME: "/nonexistent",
          AWS_EC2_METADATA_DISABLED: "true",
        },
      },
    );
    expect(exitCode).toBe(1);
    expect(output).toContain("nobody is signed in to AWS: set AWS_PROFILE");
  });

  test("are all listed, also where S3 lists them in pages", async () => {
    const keys = Array.from(
      { length: 1_050 },
      (_, index) => `${below}pages/${String(index).padStart(4, "0")}/x`,
    );
    for (let index = 0; index < keys.length; index += 50)
      await Promise.all(
        keys.slice(index, index + 50).map((key) => store.put(key, "x")),
      );
    expect(await store.list(`${below}pages/`)).toEqual(keys);
    expect(await store.folders(`${below}pages/`)).toHaveLength(1_050);
  });
});
