import { type Block, type Page, quiet, strong, textBlock } from '../domain/page.ts';
import type { RecordPlaces, RecordsCheck, RecordsConverted } from '../domain/records/record-check.ts';
import { counted } from '../domain/words.ts';

/** Where the records of every kind lie. */
export function recordPlacesPage({ places }: RecordPlaces): Page {
  return { blocks: [{ kind: 'headline', left: strong('Where records lie'), right: '' }, placesBlock(places)] };
}

/** Each kind and its folder. */
export function placesBlock(places: RecordPlaces['places']): Block {
  return {
    kind: 'facts',
    rows: places.map(({ many, folder, records, trouble }) => ({
      label: many,
      value: [
        folder ?? 'no repository here',
        quiet(folder === null ? '' : ` (${counted(records, 'record')})`),
        ...(trouble === null ? [] : [{ text: ` ${trouble}`, tone: 'warn' as const }]),
      ],
    })),
  };
}

/** What is wrong with records, by file and line, so that an editor finds it. */
export function recordsCheckPage({ isValid, places, problems }: RecordsCheck): Page {
  const total = places.reduce((sum, { records }) => sum + records, 0);
  const troubles = places.flatMap(({ many, trouble }) => (trouble === null ? [] : [`${many}: ${trouble}`]));
  const words = isValid ? `${counted(total, 'record')}, all of them valid.` : 'Not all records are valid.';
  const blocks: Block[] = [textBlock(strong(words))];
  if (troubles.length > 0) blocks.push({ kind: 'list', items: troubles });
  if (problems.length > 0) {
    const items = problems.map(({ file, line, key, message }) => [
      strong(`${file}:${line}`),
      ` ${key === null ? '' : `${key}: `}${message}`,
    ]);
    blocks.push({ kind: 'list', items });
  }
  return { blocks };
}

/** How many records were encrypted or decrypted. */
export function recordsConvertedPage({ to, converted }: RecordsConverted): Page {
  const words = to === 'encrypted' ? 'encrypted' : 'decrypted';
  if (converted.length === 0) return { blocks: [textBlock(`There was nothing to be ${words}.`)] };
  return { blocks: [textBlock(`${counted(converted.length, 'private record')} ${words}.`)] };
}
