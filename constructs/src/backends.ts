import { LocalBackend, S3Backend, type TerraformStack } from "cdktf";
import type { StateBackend } from "monitoring-as-code";

/**
 * Defines where Terraform keeps the state of `stack`; `name` separates it from other stacks in one place. Every stack
 * needs one: the default backend writes an absolute path of this machine into the synthesized file.
 */
export function defineBackend(
  stack: TerraformStack,
  name: string,
  state: StateBackend,
): void {
  if (state.kind === "local") {
    new LocalBackend(stack, { path: `terraform.${name}.tfstate` });
    return;
  }
  const backend = new S3Backend(stack, {
    bucket: state.bucket,
    key: `${name}/terraform.tfstate`,
    region: state.region,
    encrypt: true,
    ...(state.kmsKeyId === undefined ? {} : { kmsKeyId: state.kmsKeyId }),
  });
  // Locks with an object beside the state (Terraform 1.10 and later); the binding only knows the lock table in DynamoDB.
  backend.addOverride("use_lockfile", true);
}
