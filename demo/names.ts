/** Forenames in use among families in England, one list for all; no person is meant. */
export const forenames = (
  'Aaliyah Abel Ada Adam Aisha Alfie Amara Amelia Amir Anaya Anika Archie Ava Ayaan Bella Caleb Carys Chidi Chloe ' +
  'Daniel Dara Deepa Dylan Eesa Eleni Elif Elijah Ella Elsie Emeka Emil Esme Ethan Evie Fatima Finn Freya Gabriel ' +
  'Grace Hana Harper Harry Hassan Holly Ibrahim Imani Imran Isaac Isla Jakub Jayden Jaya Jessica Joel Jude Kai ' +
  'Kacper Keira Kofi Lara Leila Leo Lexi Liam Lily Logan Lucja Maisie Malik Maria Maryam Mateo Maya Megan Mila ' +
  'Mohammed Nadia Nia Noah Nour Oliver Olivia Omar Oskar Phoebe Poppy Priya Ravi Reece Riley Rosa Ruby Ryan Sami ' +
  'Sanjay Sara Sasha Scarlett Sofia Tariq Teddy Temi Theo Tia Tyler Yasmin Yusuf Zain Zara Zofia'
).split(' ');

/** Surnames made up for the demo: no such names are borne. */
export const surnames = (
  'Applefen Ashquill Barleymoss Beckthorne Birchwhistle Bracketwell Bramblecote Brindlemarsh Candlewick Chalkwater ' +
  'Cloverdyke Copperlath Cressmoor Daffenby Dewhollow Dovequay Elderpike Emberlow Fallowbeck Featherdale Fernlock ' +
  'Flintmeadow Foxglade Gorsefield Greenquay Hazelmarrow Heatherlane Hedgewater Hollypike Honeyfold Inkpenmoor ' +
  'Ivylatch Juniperley Kestrelby Kingcupper Lanternby Larkhollow Linnetwold Lowmarrow Mallowdene Maplequist ' +
  'Marshlatch Meadowquill Millfeather Mossbarrow Nettlewick Nutbourner Oakenquay Orchardby Otterfold Pebblemere ' +
  'Pepperwold Plumhollow Quillbrook Quincefield Reedmarrow Rookwillow Rushmallow Saffronley Sedgewhistle ' +
  'Skylarker Sloequist Sorrelby Starlingwold Teaselmoor Thistlequay Thrushfold Tillerby Umberfield Vetchling ' +
  'Violetmarsh Walnutter Waxwingby Wheatquill Willowpike Windlatch Wrenmallow Yarrowfold Yewhollow'
).split(' ');

/** Invented counties: name, its four districts. The first stands for a call with one authority. */
export const counties: readonly { readonly name: string; readonly districts: readonly string[] }[] = [
  { name: 'Wealdshire', districts: ['Ashmere', 'Brackenvale', 'Coldharbour Coast', 'Downsmarsh'] },
  { name: 'Northmere', districts: ['Fellgate', 'Larkdale', 'Millstone', 'Tarnside'] },
  { name: 'Eastvale', districts: ['Broadfen', 'Dykelands', 'Holmwash', 'Silverstaithe'] },
  { name: 'Saltcombe', districts: ['Cliffhaven', 'Estuary', 'Moorside', 'Redcombe'] },
  { name: 'Midholme', districts: ['Canalside', 'Forgehill', 'Kilnstreet', 'Quarrybank'] },
  { name: 'Westarrow', districts: ['Bordermarch', 'Hopyards', 'Orchardlea', 'Ferryquay'] },
  { name: 'Chalkminster', districts: ['Beaconridge', 'Chapelry', 'Sarsen Plain', 'Whitehorse'] },
  { name: 'Harbourlow', districts: ['Dockside', 'Lighthouse', 'Ropewalk', 'Shingle'] },
];
