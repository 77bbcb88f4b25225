import { changeRhythm } from '../digest/change-rhythm.ts';
import { describeFilter } from '../digest/describe-filter.ts';
import { ReaderSettings } from '../digest/subscriber.ts';
import type { SubscriberStore } from '../digest/subscriber-store.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { type FindRefusalNeeds, refuseRefused } from './find-refusal.ts';
import { findSubscriber } from './find-subscriber.ts';
import { describeRhythm, typedSettings } from './subscriber-options.ts';
import { type SubscribersAddOptions, typedAddress } from './subscribers.ts';

export interface SubscribersSettingsNeeds {
  subscriberStore: Pick<SubscriberStore, 'list' | 'change'>;
  now: () => Date;
}

/** Prints what one reader gets. */
export async function subscribersShowCommand(
  addressOrId: string,
  options: { json?: boolean | undefined },
  needs: Pick<SubscribersSettingsNeeds, 'subscriberStore'>,
  io: CommandIo,
): Promise<void> {
  const reader = await findSubscriber(addressOrId, needs.subscriberStore);
  if (options.json) return io.stdout(JSON.stringify(reader, null, 2));
  const { subscriberId, address, state, stateAt, stateReason, addedAt } = reader;
  const why = stateReason === undefined ? '' : `, ${stateReason}`;
  io.stdout(
    [
      `${subscriberId}  ${address}`,
      `state     ${state} since ${stateAt.slice(0, 10)}${why}; added ${addedAt.slice(0, 10)}`,
      `edition   ${describeRhythm(reader)}, frame in ${reader.language}`,
      `quiet day ${reader.quietDay}`,
      `filter    ${describeFilter(reader.filter, 'en') ?? 'none: all coverage'}`,
      `links     version ${reader.linkVersion}`,
    ].join('\n'),
  );
}

/** Changes what a reader gets, or their address; what is not said stays. Another address ends the links of mails before. */
export async function subscribersSetCommand(
  addressOrId: string,
  { address, ownerAsks, ...options }: SubscribersAddOptions & { address?: string | undefined },
  needs: SubscribersSettingsNeeds & FindRefusalNeeds,
  io: CommandIo,
): Promise<void> {
  if (address === undefined && Object.values(options).every((value) => value === undefined)) {
    throw new UserError(
      'say what to set, for example --zone Asia/Tehran --hour 7; see "vigil subscribers set --help"',
      2,
    );
  }
  const readers = await needs.subscriberStore.list();
  const reader = await findSubscriber(addressOrId, { list: async () => readers });
  const settings = typedSettings(options, ReaderSettings.parse(reader));
  const moved = address === undefined ? undefined : typedAddress(address);
  const holder = readers.find((one) => one.address.toLowerCase() === moved?.toLowerCase());
  if (holder && holder.subscriberId !== reader.subscriberId) {
    throw new UserError(`${address}: is the address of ${holder.subscriberId}; nothing changed`);
  }
  if (moved !== undefined && holder === undefined) {
    const others = readers.filter(({ subscriberId }) => subscriberId !== reader.subscriberId);
    await refuseRefused(moved, others, ownerAsks, needs);
  }
  const changes = {
    ...changeRhythm(reader, settings, needs.now()),
    ...(moved !== undefined && { address: moved, linkVersion: reader.linkVersion + 1 }),
  };
  const { subscriberId, linkVersion } = reader;
  if (!(await needs.subscriberStore.change(subscriberId, changes, { address: reader.address, linkVersion }))) {
    throw new UserError(`${reader.address} was changed meanwhile; look at "vigil subscribers show" and try again`);
  }
  const after = { ...reader, ...changes };
  io.stdout(`set ${subscriberId}: ${after.address}, ${describeRhythm(after)}, frame in ${after.language}`);
}

/** Ends every link that was given to a reader: editions on the web, feed, settings. Their next mail has new ones. */
export async function subscribersRotateCommand(
  addressOrId: string,
  _options: object,
  needs: SubscribersSettingsNeeds,
  io: CommandIo,
): Promise<void> {
  const { subscriberId, address, linkVersion } = await findSubscriber(addressOrId, needs.subscriberStore);
  if (!(await needs.subscriberStore.change(subscriberId, { linkVersion: linkVersion + 1 }, { linkVersion }))) {
    throw new UserError(`${address} was changed meanwhile; try again`);
  }
  io.stdout(`rotated ${subscriberId}: ${address}; links of earlier mails open nothing, but to unsubscribe`);
}
