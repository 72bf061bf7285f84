import { useMemo, useState } from 'react';
import type { KnowledgeMap } from '../../../domain/knowledge-map.ts';
import { FigureCard } from '../../design/figure-card.tsx';
import { Said } from '../../design/said.tsx';
import { SearchField } from '../../design/search-field.tsx';
import { Segmented } from '../../design/segmented.tsx';
import { CoverLegend } from '../../figures/cover-legend.tsx';
import { isReasonSaid } from '../../figures/is-reason-said.ts';
import { AREA_ONLY, countLevels, leftOf, levelsOf } from '../../figures/treemap/levels.ts';
import { keyOf, nodeOf } from '../../figures/treemap/node-key.ts';
import { searchPaths } from '../../figures/treemap/search-paths.ts';
import { at, buildTree, KIND, pathOf } from '../../figures/treemap/tree.ts';
import { Treemap } from '../../figures/treemap/treemap.tsx';
import { text } from '../../messages/index.ts';
import { areasCopy } from './areas-copy.ts';
import { AreasTable } from './areas-table.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { knowersOf } from './knowers-of.ts';
import { MapTip } from './map-tip.tsx';
import { NodeDetail } from './node-detail.tsx';
import styles from './page.module.css';
import { PeopleTicks } from './people-ticks.tsx';
import { Presence } from './presence.tsx';
import { useMapAddress } from './use-map-address.ts';

/** The map, who is in it, what it points at, and the same as a table. */
export function KnowledgeFigure({ map }: { readonly map: KnowledgeMap }) {
  const { address, setWithout, setInside, setBy, setQuery } = useMapAddress();
  const isTold = map.confidence.level !== 'none';
  const tree = useMemo(() => buildTree(map), [map]);
  const without = useMemo(
    () => new Set(address.without.map((name) => map.people.indexOf(name)).filter((place) => place >= 0)),
    [address.without, map],
  );
  const left = useMemo(() => leftOf(map.sets, without), [map, without]);
  const areaLevels = useMemo(() => levelsOf(tree, map, left, 'area'), [tree, map, left]);
  const levels = useMemo(() => {
    if (!isTold) return new Uint8Array(tree.count).fill(AREA_ONLY);
    return address.by === 'area' ? areaLevels : levelsOf(tree, map, left, 'file');
  }, [isTold, tree, map, left, areaLevels, address.by]);
  const counts = useMemo(() => countLevels(tree, levels, areaLevels), [tree, levels, areaLevels]);
  const found = useMemo(() => searchPaths(tree, address.query), [tree, address.query]);
  const focus = useMemo(() => nodeOf(tree, address.inside), [tree, address.inside]);
  const [pointed, setPointed] = useState<number | null>(null);
  const [held, setHeld] = useState<number | null>(null);
  const point = (node: number | null, isHeld: boolean) => {
    setPointed(node);
    if (isHeld) setHeld(node);
  };
  const goTo = (node: number) => setInside(keyOf(tree, node));
  const goToNext = () => {
    if (found === null || found.files.length === 0) return;
    const next = found.files[(found.files.indexOf(held ?? -1) + 1) % found.files.length] ?? 0;
    goTo(at(tree.parent, next));
    point(next, true);
  };
  const told = pointed ?? held;
  const isOut = without.size > 0 && isTold;
  const copy = areasCopy(map, without, left);
  const lead = map.leadAt === null ? null : (map.people[map.leadAt] ?? null);
  return (
    <>
      <p className={isOut ? styles.without : styles.answer} role="status">
        <Said>
          {isOut
            ? text.knowledge.without(
                [...without].sort((a, b) => a - b).map((place) => map.people[place] ?? ''),
                counts[0]?.areas ?? 0,
                counts[1]?.areas ?? 0,
                counts.reduce((sum, { areas }) => sum + areas, 0),
              )
            : map.answer}
        </Said>
      </p>
      <FigureCard
        id="map"
        title={text.knowledge.map}
        meaning={text.knowledge.mapMeaning}
        sure={map.confidence}
        isReasonSaid={isReasonSaid(map.answer, map.confidence)}
        copy={copy}
        actions={
          isTold ? (
            <Segmented
              label={text.knowledge.colourBy}
              value={address.by}
              options={[
                { value: 'area', label: text.knowledge.byArea },
                { value: 'file', label: text.knowledge.byFile },
              ]}
              onChange={setBy}
            />
          ) : null
        }
      >
        <div className={styles.bar} data-screen="">
          {isTold ? (
            <Presence
              people={map.people}
              without={address.without}
              onChange={setWithout}
              lead={lead}
              away={address.away}
            />
          ) : null}
          <form
            className={styles.search}
            onSubmit={(event) => {
              event.preventDefault();
              goToNext();
            }}
          >
            <span role="status" className={styles.found}>
              {found === null ? '' : text.knowledge.found(found.files.length)}
            </span>
            <SearchField
              label={text.knowledge.search}
              isLabelHidden
              placeholder={text.knowledge.search}
              value={address.query}
              onChange={setQuery}
            />
          </form>
        </div>
        <div className={styles.columns}>
          {isTold ? (
            <div className={styles.legend}>
              <CoverLegend counts={counts} />
            </div>
          ) : null}
          <div className={styles.main}>
            <Breadcrumb tree={tree} focus={focus} onFocus={goTo} />
            <Treemap
              tree={tree}
              levels={levels}
              found={found?.marks ?? null}
              focus={focus}
              onFocus={goTo}
              pointed={told}
              onPoint={point}
              label={text.knowledge.mapLabel}
              description={text.knowledge.mapKeys}
              unnamed={text.knowledge.unnamed}
              tip={
                pointed === null || pointed === focus ? null : (
                  <MapTip map={map} tree={tree} levels={levels} without={without} node={pointed} isTold={isTold} />
                )
              }
            />
            <NodeDetail map={map} tree={tree} levels={levels} without={without} node={held} />
            <p className="only-read" role="status">
              {held === null ? '' : announcement(map, tree, without, held)}
            </p>
          </div>
          {isTold ? (
            <div className={styles.side} data-screen="">
              <PeopleTicks people={map.people} without={address.without} onChange={setWithout} />
            </div>
          ) : null}
        </div>
      </FigureCard>
      <FigureCard
        id="areas"
        title={text.knowledge.table}
        {...(isTold ? { meaning: text.knowledge.tableMeaning } : {})}
        copy={{ ...copy, title: text.knowledge.table }}
      >
        <AreasTable map={map} without={without} left={left} isTold={isTold} />
      </FigureCard>
    </>
  );
}

function announcement(
  map: KnowledgeMap,
  tree: ReturnType<typeof buildTree>,
  without: ReadonlySet<number>,
  node: number,
): string {
  const { known, ofArea } = knowersOf(map, tree, without, node);
  const kind = at(tree.kind, node);
  const name = node === 0 ? text.knowledge.whole : pathOf(tree, node) || text.knowledge.unnamed;
  const who = kind === KIND.file && known?.length === 0 ? (ofArea ?? []) : (known ?? ofArea ?? []);
  return text.knowledge.announce(name, text.knowledge.kinds[kind] ?? '', at(tree.files, node), who);
}
