interface Asked {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** Answers the parent process, which asks over the IPC channel; ends when that one is gone. */
export function serve(api: object): void {
  const functions = api as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  process.on('message', ({ id, method, args }: Asked) => {
    // An async function, so that an exception of the method becomes a rejection.
    const run = async (): Promise<unknown> => functions[method]!(...args);
    run().then(
      (result) => process.send!({ id, result }),
      (error: Error) => process.send!({ id, error: error.stack ?? String(error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
}
