/** Words of menus, headings, places and trades: a line that holds one is no person's name. Folded to lower case. */
const WORDS = `
a about above academy access account accounts accessories accredited acquisitions activities activity address administration advanced advantage advertise advertising advice affiliate affiliates after agency agenda agreement air all
alumni always america american amenities analysis and animal annual answers any app application applications apply appointment apps april archive archives area areas art article articles arts as asia ask asked
assistance assoc association at attractions auction august australia auto automotive available avenue award awards back bank banking banquets bar basic bath bay beach beauty become before best better beyond big bill billing
blog blogs blvd board book booking bookings books bookstore boulevard box brand brands breakfast brochure broker browse building buildings burn business businesses buy by cafe calendar call camp camps campus
canada capital car card cards care career careers cart case cases cash casino catalog catalogue categories category celebration center central centre century certificate certificates certification certifications certified change charity chat
check checkout children china choice church cities city claim classes classic clean click client clients clinic close club code codes coffee collection collections college comments commercial commitment committee commission communications community
companies company compare compliance comprehensive computer concerts conditions conference conferences confirm connect construction consulting consumer contact contacts content continue contracting contractors control cookie cookies copyright corner corp corporate corporation
council counsel country county courses court create creative credit crew culture current custom customer customers daily data date day days deals december delivery demo department departments design designs desk destinations detail details
development digital dining directions directory disaster disclaimer discount discover distributors district diversity division divisions doctoral documents domestic donate donation donations door download downloads drive driving e
east economic edit education electric electrical electronic electronics email emails emergency employment energy engineering english enquiries enquiry enter entertainment enterprise enterprises environment environmental equipment estate estimate estimates europe european event events
every everything example excellence exchange exclusive executive exhibition experience explore export external facebook facilities facility factory faculty family faq faqs fashion fax feature featured features february federal feedback fees festival field file film
films finance financial find fine fire first fitness fleet flight floor flooring flowers follow food foods for form forms forum foundation franchise fraud free freight frequently friday friends from full fun fund funding fundraising
furniture future gallery game games garden gardens gas general get gift gifts giving global glossary go gold golf good goods google government graphics great green group groups growth guarantee guest guide guidelines
hall handbook harbor have headquarters health healthcare heating heights help here heritage high highway hills history holiday holidays home homepage homes hospital hospitality hot hotel hotels hour hours house housing how hr human
i idea ideas image images important improvement in inc income index india individual individuals industrial industries industry info information initiative initiatives innovation inquiries inquiry inside insight insights inspection install installation institute institutional insurance
integrated interactive interior interiors internal international internet introduction inventory investment investments investor investors is island issues it item items january job jobs join journal july june just keep kids kitchen know knowledge lab
laboratories labs lake land landscape landscaping language languages latest law learn learning leasing legal legacy let letter library license licenses life lifestyle lighting limited line links list listing listings live llc load loan loans local location
locations locate lodging log login logistics logo lookup lost ltd luxury machine machinery magazine mail mailing main major make man management manual manufacturing map maps march marine maritime market marketing markets master materials may mba meals mechanical media medical meet meeting meetings member
members membership memberships memorial men menu merchandise message metro middle military mill mills ministry mission mobile monday money month monthly more mortgage motor motors mountain movies moving municipal museum music my name national natural navigation
needs network networks new news newsletter newsletters newsroom next night no north northern not note notes notice november now number numbers october of off offer offers office offices official oil old on one online only open opening operations opportunities opportunity options or order
orders organic organisation organization original other our outdoor outlet over overview own p package packages page pages painting paper park parking parks partner partners partnership partnerships parts party password past patient patients pay payment payments
people permits personal pet pets pharmacy phone photo photos physical places plan planning plans plant plastics play please plumbing plus point policies policy political pool popular port portable portal portfolio position post power practice practices premium presentations press previous
prices pricing print printing privacy private product production products professional professionals profile program programme programmes programs project projects promotions properties property protection provider providers public publication publications publishing purchase purchasing quality question questions quick quote quotes
r regards kind kindest sincerely faithfully radio railway ranch rates read real realty recent recipes recreation recruitment red reference references refund regional register registration regulations related relations release releases remodeling remodels rental rentals repair repairs report reporting reports request required research reseller reservation reservations resident residential
resort resource resources responsibility restaurant restaurants results retail retirement return returns review reviews rights river road roof roofing room rooms royal rules rural rv safety sale sales sample san saturday save savings schedule scholarship school schools science sciences search season
secondary section security see select sell seller selling seminar seminars send senior september series server service services settings share shipping shop shopping shops show shows shuttle sign signage site sitemap sites skip small social society software solution solutions source south southern space special
specials sponsors sponsorship sponsorships sport sports spring st staff standard standards start state statement states station stations statistics status stay steel stock storage store stores stories story strategic strategy street student students studio studios study style submit subject subscribe subscription subscriptions success suite
summer sunday supplies supply support surveys sustainability swimming system systems table tax team teams tech technical technologies technology telephone television temporary tenant term terms test testimonial testimonials testing texas the theater theatre their these things this thursday ticket tickets time times tips title to today toll tool tools top total tour tourism tours town toys
track trade traditional traffic trail trails training transport transportation travel treatment trends trial trust tuesday twitter type uk under union unit united university up update updates upcoming us usa use user used useful utilities vacation vacations valley values vehicle vehicles vendor vendors video videos view village villa virtual vision visit visitor visitors volunteer volunteers
warranty water way we weather web website webcam wedding weddings wednesday week weekly welcome well wellness west western what when where which white who wholesale why wildlife winter wireless with within women wood word work workshops world year years yes you young your youth youtube zip zone zoo zoning
santa saint fort mount mt los las
alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico york dakota ohio oklahoma oregon pennsylvania rhode tennessee utah vermont
wisconsin wyoming london paris berlin england scotland ireland germany france spain italy japan africa boston chicago dallas houston seattle atlanta toronto vancouver singapore beijing shanghai tokyo los angeles
impressum kontakt startseite datenschutz agb unternehmen produkte leistungen aktuelles karriere anfahrt presse sitemap suche mehr uber uns und der die das ihr ihre unsere team strasse platz weg postfach fax mobil telefon
accueil contactez nous mentions legales produits entreprise actualites plan du et les des rue boulevard place conditions politique confidentialite
inicio contacto quienes somos empresa productos servicios aviso noticias politica privacidad calle avenida plaza para con
contatti chi siamo azienda prodotti servizi via piazza corso informativa
over ons producten diensten nieuws straat contactgegevens
`;

/** Of these words, the ones that are family names as well. */
const FAMILY_NAMES = `
bay best bill book booking branch brand bridge brook brown bush call camp case center chance church city coffee cook court credit day dean east england english field film find fire fish flowers food ford forest france frank free friend
friday gallery garden gates german gift gold golf good grant gray great green ground guest hall harbor heart hill hills holiday home hope house hunt ireland island james january jordan june just king lake land lane law lawn little london long lord love main major manual march marine mark market marsh
may meadows mercy mill mills monday money moon moore morning mountain new noble north ocean old page paris park parks parker patient pay penny pepper plant play pond pool pope port post power price print privacy quick radio ranch read reading rest rich right river rivers road roads rock rose royal
sales salt sand school scott sea senior service sharp shaw shell shield ship shore short silver singer skinner small smart snow south speed spring staff star steel stock stone storm story strong student style summer summers sun table taylor temple thorn tour town townsend train trees van vice view villa village wales walk wall war waters way wells west white wild
winter winters wise wolf wood woods world worth york young
`;

let familyNames: Set<string> | undefined;
let known: Set<string> | undefined;

/** Whether a word belongs to menus, headings, places or trades rather than to a name. */
export function isNoNameWord(word: string): boolean {
  known ??= new Set(WORDS.trim().split(/\s+/));
  const folded = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
  return known.has(folded);
}

/** Whether a word of menus or trades is a family name too, so that it may follow a given name. */
export function isFamilyNameWord(word: string): boolean {
  familyNames ??= new Set(FAMILY_NAMES.trim().split(/\s+/));
  return familyNames.has(word.toLowerCase());
}
