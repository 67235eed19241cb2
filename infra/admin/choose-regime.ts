import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '#shared/period.ts';
import { type RegimeChoice, regimeBy, regimeIn, type Settings, type Target } from '#shared/regimes.ts';
import { deadlines, type Unit, type UnitId } from '#shared/units.ts';

/**
 * Sets by what a district is judged from a month on. A month that is closed stays judged by what it was judged by.
 *
 * @throws {Error} for a district or a regime that there is not, and for a closed month
 */
export async function chooseRegime(
  district: UnitId,
  choice: RegimeChoice,
  db: DynamoDBDocumentClient,
  TableName: string,
  now: Instant,
): Promise<void> {
  const Key = { pk: district, sk: `unit#${district}` };
  const unit = (await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item as Unit | undefined;
  if (!unit) throw new Error(`There is no district ${district}.`);
  if (!regimeIn(choice.from)) throw new Error(`No regime covers ${choice.from}.`);
  if (choice.regime !== undefined && !regimeBy(choice.regime)) throw new Error(`There is no regime ${choice.regime}.`);
  if (now > deadlines(unit, choice.from).closing) throw new Error(`${choice.from} is closed: choose a later month.`);
  const before = unit.choices ?? [];
  const choices = [...before.filter(({ from }) => from !== choice.from), choice];
  await db.send(
    new UpdateCommand({
      TableName,
      Key,
      UpdateExpression: 'SET choices = :choices',
      // Nobody else has chosen meanwhile.
      ConditionExpression: unit.choices ? 'choices = :before' : 'attribute_not_exists(choices)',
      ExpressionAttributeValues: { ':choices': choices, ...(unit.choices && { ':before': before }) },
    }),
  );
}

/** Single norms as they are typed on the command line. */
export interface TypedSettings {
  readonly attendance?: string | undefined;
  readonly minutes?: string | undefined;
  readonly excused?: string | undefined;
}

/**
 * @example readSettings({ attendance: '>85', minutes: '60/90' }) //=> { attendance: { comparison: '>', percent: 85 }, minimumMinutes: { regular: 60, withThematic: 90 } }
 * @throws {Error} for what cannot be read
 */
export function readSettings({ attendance, minutes, excused }: TypedSettings): Settings {
  return {
    ...(attendance !== undefined && { attendance: readTarget(attendance) }),
    ...(minutes !== undefined && { minimumMinutes: readMinutes(minutes) }),
    ...(excused !== undefined && { excused: readExcused(excused) }),
  };
}

function readTarget(text: string): Target {
  const [, comparison, percent = ''] = /^(>=|>)(\d{1,3})$/.exec(text) ?? [];
  if (!comparison || Number(percent) > 100) throw new Error('--attendance is written ">=85" or ">85".');
  return { comparison: comparison as Target['comparison'], percent: Number(percent) };
}

function readMinutes(text: string): NonNullable<Settings['minimumMinutes']> {
  const [, regular, withThematic] = /^(\d{2,3})\/(\d{2,3})$/.exec(text) ?? [];
  if (!regular || !withThematic) throw new Error('--minutes is written "90/120": regular, and with a thematic part.');
  return { regular: Number(regular), withThematic: Number(withThematic) };
}

function readExcused(text: string): NonNullable<Settings['excused']> {
  if (text !== 'in-base' && text !== 'out-of-base') throw new Error('--excused is in-base or out-of-base.');
  return text;
}
