/** Twice the size on the screen, so that it stays sharp in a document. */
const SCALE = 2;
/** Around the drawing, and for the title above it, in pixels. */
const EDGE = 24;
const HEAD = 32;
/** A line of the key under the drawing, and what stands between its entries. */
const LINE = 24;
const BETWEEN = 20;
/** What decides how a drawing looks; everything else of a style is layout that a picture does not need. */
const DRAWN = [
  'color',
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'letter-spacing',
  'display',
  'visibility',
  'paint-order',
] as const;

/** Whether there is a drawing in it that {@link pngOf} can take. */
export const hasPicture = (element: Element): boolean => drawingOf(element) !== null;

/**
 * The drawing of a figure as a PNG on the paper's colour, under its title, and over its key (the entries of what is marked
 * `data-picture-key`). Null where there is none.
 */
export async function pngOf(element: Element, title: string): Promise<Blob | null> {
  const drawing = drawingOf(element);
  if (drawing === null) return null;
  const { width, height } = drawing.getBoundingClientRect();
  if (width === 0 || height === 0) return null;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const page = getComputedStyle(document.body);
  context.font = `13px ${page.fontFamily}`;
  const key = placed(context, element, width);
  canvas.width = Math.ceil((width + 2 * EDGE) * SCALE);
  canvas.height = Math.ceil((height + HEAD + (key.at(-1)?.y ?? 0) + 2 * EDGE) * SCALE);
  context.scale(SCALE, SCALE);
  context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = page.color;
  context.font = `600 16px ${page.fontFamily}`;
  context.fillText(title, EDGE, EDGE + 14, width);
  const source = drawing instanceof HTMLCanvasElement ? drawing : await imageOf(drawing, width, height);
  context.drawImage(source, EDGE, EDGE + HEAD, width, height);
  context.font = `13px ${page.fontFamily}`;
  for (const { swatch, words, x, y } of key) {
    const base = EDGE + HEAD + height + y;
    const size = swatch.getBoundingClientRect();
    context.drawImage(await imageOf(swatch, size.width, size.height), EDGE + x, base - 12, size.width, size.height);
    context.fillText(words, EDGE + x + size.width + 8, base);
  }
  return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** The largest drawing: a figure has small marks beside it that nobody wants as a picture. */
function drawingOf(element: Element): SVGSVGElement | HTMLCanvasElement | null {
  const all = [...element.querySelectorAll<SVGSVGElement | HTMLCanvasElement>('canvas, svg[data-picture]')];
  const area = (one: Element) => one.getBoundingClientRect().width * one.getBoundingClientRect().height;
  return all.sort((a, b) => area(b) - area(a))[0] ?? null;
}

/** The entries of the key side by side, as many in a line as there is room for; `y` from the foot of the drawing. */
function placed(context: CanvasRenderingContext2D, element: Element, width: number) {
  let [x, y] = [0, LINE];
  return [...element.querySelectorAll('[data-picture-key] > *')].flatMap((entry) => {
    const swatch = entry.querySelector('svg');
    if (swatch === null) return [];
    const words = [...entry.children].flatMap((part) => part.textContent?.trim() || []).join('  ');
    const wide = swatch.getBoundingClientRect().width + 8 + context.measureText(words).width;
    if (x > 0 && x + wide > width) [x, y] = [0, y + LINE];
    const place = { swatch, words, x, y };
    x += wide + BETWEEN;
    return [place];
  });
}

/** A drawing outside its page has no stylesheet: each element carries what it looked like. */
async function imageOf(svg: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, i) => {
    const style = getComputedStyle(original);
    // As attributes: the page's own policy refuses a style that is written as text.
    for (const name of DRAWN) copies[i]?.setAttribute(name, style.getPropertyValue(name));
    copies[i]?.removeAttribute('style');
    copies[i]?.removeAttribute('class');
  });
  copy.setAttribute('width', String(width * SCALE));
  copy.setAttribute('height', String(height * SCALE));
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const address = URL.createObjectURL(
    new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }),
  );
  const image = new Image();
  image.src = address;
  await image.decode();
  URL.revokeObjectURL(address);
  return image;
}
