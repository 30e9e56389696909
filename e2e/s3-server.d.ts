/** An S3 server (moto) on the loopback interface; what it holds is gone when it stops. */
export interface S3Server {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  stop(): Promise<void>;
}
/** Starts a server on a free port; the first start of all installs it under `.cache/`. */
export declare function startS3Server(): Promise<S3Server>;
