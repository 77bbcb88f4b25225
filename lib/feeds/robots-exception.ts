import type { OutletRegister } from './outlet-register.ts';

/** @returns why the operator lets pages of this host be read whatever its robots.txt says; undefined where it holds */
export function robotsExceptionOf(host: string, register: Pick<OutletRegister, 'findByHost'>): string | undefined {
  const robots = register.findByHost(host)?.robots;
  return robots && `robots.txt not asked, as the operator decided on ${robots.date}: ${robots.reason}`;
}
