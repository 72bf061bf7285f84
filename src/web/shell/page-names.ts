import {
  Activity,
  CalendarCheck,
  CalendarDays,
  Database,
  type LucideIcon,
  Map as MapIcon,
  Scale,
  Users,
} from 'lucide-react';
import { text } from '../messages/index.ts';

interface NamedPage {
  readonly to: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** After `g`, it leads there. */
  readonly key: string;
}

/** What the navigation lists, in the order of the story. */
export const NAVIGATION: readonly NamedPage[] = [
  { to: '/', label: text.shell.fortnight, icon: CalendarDays, key: 'f' },
  { to: '/week', label: text.shell.week, icon: CalendarCheck, key: 'w' },
  { to: '/scorecard', label: text.shell.scorecard, icon: Scale, key: 's' },
  { to: '/knowledge', label: text.shell.knowledge, icon: MapIcon, key: 'k' },
  { to: '/flow', label: text.shell.flow, icon: Activity, key: 'l' },
  { to: '/people', label: text.shell.people, icon: Users, key: 'p' },
  { to: '/data', label: text.shell.data, icon: Database, key: 'd' },
];

const OTHERS: Readonly<Record<string, string>> = {
  measure: text.shell.measure,
  area: text.shell.area,
  change: text.shell.change,
  decisions: text.practice.decisions,
  delegations: text.practice.delegations,
  coding: text.practice.coding,
  journal: text.practice.journal,
  records: text.records.all,
  record: text.records.title,
};

/** What the page at a path is called, for the title of the window. */
export function pageNameAt(path: string): string {
  return NAVIGATION.find(({ to }) => to === path)?.label ?? OTHERS[path.split('/')[1] ?? ''] ?? '';
}
