/** Every page of the demonstration by a short name, with an address that shows it full of figures. */
export const DEMO_PAGES = {
  fortnight: '/?place=demo',
  scorecard: '/scorecard?place=demo',
  measure: '/measure/gate?place=demo',
  knowledge: '/knowledge?place=demo',
  flow: '/flow?place=demo',
  area: '/area?place=demo&repository=demo-shop.git&area=packages%2Fbilling',
  people: '/people?place=demo',
  data: '/data?place=demo',
} as const;
