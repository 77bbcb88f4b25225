/** Where a command writes: results on stdout, progress and remarks on stderr. Each text is one or more whole lines without the last newline. */
export interface CommandIo {
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}
