/** Names that one person goes by; the first is the full one. */
const families =
  `robert bob rob bobby bert; william bill will billy liam willi; richard dick rick ricky rich; james jim jimmy jamie;
john jack johnny jon; edward ed eddie ted ned; charles charlie chuck; thomas tom tommy; michael mike mick micky mikey;
david dave; daniel dan danny; joseph joe joey; stephen steve steven stefan steffen; anthony tony antonio toni anton;
andrew andy drew andreas; matthew matt matthias; christopher chris kris christoph; nicholas nick niklas nikolaus klaus;
benjamin ben benny; samuel sam sammy; alexander alex sascha sandro alec; patrick pat paddy; gregory greg; kenneth ken;
ronald ron; donald don; timothy tim; frederick fred freddy friedrich fritz; henry harry hank heinrich heinz; peter pete;
elizabeth liz beth betty lisa eliza elisabeth lisbeth elli; katherine kate katie kathy cathy catherine kathrin katrin katharina kat;
margaret maggie meg peggy margarete greta gretel; jennifer jen jenny; jessica jess; susan sue susie susanne; deborah deb debbie;
patricia pat patty trish; rebecca becky; victoria vicky; alexandra alex sandra; samantha sam; christine chris tina christina;
barbara barb babsi; dorothy dot dorothea doro; theresa tess terry therese; johannes hans johann hannes jan; maximilian max;
sebastian basti; wolfgang wolf; rudolf rudi; ludwig lutz; josef sepp; georg jorg schorsch; franziska franzi; ursula uschi ulla;
gabriele gabi; angelika geli; monika moni; birgit biggi; magdalena lena leni; antoinette toni; josephine josie; francisco paco pancho;
jose pepe; manuel manolo; guillermo memo; ignacio nacho; dolores lola; giuseppe beppe peppe; giovanni gianni; francesco franco`
    .split(';')
    .map((line) => line.trim().split(/\s+/));

const familiesOf = new Map<string, number[]>();
families.forEach((names, family) => {
  for (const name of names) familiesOf.set(name, [...(familiesOf.get(name) ?? []), family]);
});

/** Whether one person may go by both of two folded first names, as Robert and Bob. O(1). */
export const areNicknames = (a: string, b: string): boolean => {
  const one = familiesOf.get(a);
  const other = familiesOf.get(b);
  return one !== undefined && other !== undefined && one.some((family) => other.includes(family));
};
