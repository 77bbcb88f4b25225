import { createSocket } from 'node:dgram';
import { once } from 'node:events';

export interface XrayDaemon {
  /** As AWS_XRAY_DAEMON_ADDRESS is written. */
  address: string;
  /** Segments that arrived, each as the function wrote it. */
  segments: readonly { name: string; trace_id: string }[];
  close(): Promise<void>;
}

/** Takes the segments of traced functions, as the daemon beside each of Lambda's environments does. */
export async function startXrayDaemon(): Promise<XrayDaemon> {
  const socket = createSocket('udp4');
  const segments: { name: string; trace_id: string }[] = [];
  socket.on('message', (message) => {
    // A header line, then the segment. @see https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html
    const [, document = ''] = message.toString('utf8').split('\n');
    segments.push(JSON.parse(document));
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    segments,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}
