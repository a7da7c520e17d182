//! What the words of a title say.

/// How high a title stands; the order is from low to high.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Trainee,
    Assistant,
    Worker,
    Lead,
    Manager,
    Head,
    Director,
    Vice,
    /// The head of a whole unit or business, as the rest of the title says.
    Top,
    /// Whoever founded or owns the business.
    Founder,
    Chief,
    MarketingChief,
    ChiefExecutive,
}

/// What a title is about; the order is that in which one goes before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// Marketing, or one channel of it.
    Marketing,
    /// The marketing of products, which is no channel's.
    ProductMarketing,
    Product,
    Sales,
    /// Some other department.
    Elsewhere,
    /// What is marketing unless the title says otherwise.
    Near,
}

/// What a title says that is done by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Craft {
    Copywriter,
    GraphicDesigner,
    /// A designer of something that the rest of the title says.
    Designer,
    /// Another craft of marketing, if the title is about marketing.
    Other,
    /// A manager of projects, not of people.
    Projects,
    ProductManager,
}

/// What one word, or several in a row, say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Rank(Rank),
    Senior,
    Field(Field),
    /// Marketing, by one channel.
    Channel(&'static str),
    Craft(Craft),
    /// An aide, whatever the title of whoever is aided.
    Aide,
    /// A seat that nobody holds.
    Vacant,
    /// Nothing that matters.
    Nothing,
}

use Craft::{Copywriter, Designer, GraphicDesigner, ProductManager, Projects};
use Field::{Elsewhere, Marketing, Near, Product, ProductMarketing, Sales};
use Rank::{
    Assistant, Chief, ChiefExecutive, Director, Founder, Head, Lead, Manager, MarketingChief, Top, Trainee,
    Vice, Worker,
};
use Says::{Aide, Channel, Nothing, Senior, Vacant};

/// Words that say one thing, and what they say.
pub(super) struct Entry {
    /// What they say, in words.
    #[cfg_attr(not(test), expect(dead_code, reason = "the documented table has it, which a test compares"))]
    pub(super) means: &'static str,
    pub(super) says: &'static [Says],
    pub(super) words: &'static [&'static str],
}

const fn entry(means: &'static str, says: &'static [Says], words: &'static [&'static str]) -> Entry {
    Entry { means, says, words }
}

/// Every word that the default mapping understands, in lower case, with spaces between the parts of a word.
///
/// The longest words are looked for first, so that `vice president` is not a president.
#[rustfmt::skip]
pub(super) const WORDS: &[Entry] = &[
    entry("chief executive", &[Says::Rank(ChiefExecutive)], &[
        "ceo", "c e o", "chief executive", "chief executive officer", "direktur utama", "presiden direktur", "pdg",
        "vorstandsvorsitzender", "vorstandsvorsitzende", "consejero delegado", "consejera delegada",
    ]),
    entry("marketing chief", &[Says::Rank(MarketingChief)], &[
        "cmo", "chief marketing officer", "chief brand officer",
    ]),
    entry("another chief", &[Says::Rank(Chief)], &[
        "cfo", "cto", "coo", "cio", "cpo", "chro", "cro", "cdo", "ciso", "clo", "cco", "cgo", "cao", "cso",
    ]),
    entry("founder", &[Says::Rank(Founder)], &["founder", "cofounder", "co founder", "pendiri", "gründer", "gründerin", "fundador", "fundadora"]),
    entry("head of a unit or of the business", &[Says::Rank(Top)], &[
        "president", "managing director", "general manager", "executive director", "managing partner", "owner",
        "gm", "presiden", "general director", "geschäftsführer", "geschäftsführerin", "geschaeftsfuehrer", "directeur général",
        "directrice générale", "président", "présidente", "director general", "directora general", "gerente general",
        "presidente", "presidenta", "business owner",
    ]),
    entry("vice-president", &[Says::Rank(Vice)], &[
        "vp", "v p", "svp", "evp", "avp", "rvp", "gvp", "vice president", "wakil presiden", "vicepresident", "vice président",
        "vice présidente", "vicepresidente", "vicepresidenta",
    ]),
    entry("director", &[Says::Rank(Director)], &[
        "director", "dir", "direktur", "direktor", "direktorin", "directeur", "directrice", "directora",
    ]),
    entry("head", &[Says::Rank(Head)], &[
        "head", "kepala", "leiter", "leiterin", "leitung", "abteilungsleiter", "abteilungsleiterin", "bereichsleiter",
        "bereichsleiterin",
    ]),
    entry("head of marketing", &[Says::Rank(Head), Says::Field(Marketing)], &[
        "marketingleiter", "marketingleiterin", "marketingleitung",
    ]),
    entry("head of sales", &[Says::Rank(Head), Says::Field(Sales)], &[
        "vertriebsleiter", "vertriebsleiterin", "vertriebsleitung", "verkaufsleiter", "verkaufsleiterin",
        "directeur commercial", "directrice commerciale", "director comercial", "directora comercial", "commercial director",
    ]),
    entry("manager", &[Says::Rank(Manager)], &[
        "manager", "managers", "mgr", "manajer", "managerin", "gerente", "jefe", "jefa", "responsable",
    ]),
    entry("marketing manager", &[Says::Rank(Manager), Says::Field(Marketing)], &["marketingmanager", "marketingmanagerin"]),
    entry("lead", &[Says::Rank(Lead)], &[
        "lead", "leader", "team lead", "team leader", "teamlead", "supervisor", "penyelia", "teamleiter", "teamleiterin",
        "teamleitung", "chef d équipe",
    ]),
    entry("senior", &[Senior], &["senior", "sr", "snr", "principal", "sénior"]),
    entry("worker", &[Says::Rank(Worker)], &[
        "specialist", "specialists", "analyst", "coordinator", "co ordinator", "executive", "associate", "representative", "rep",
        "officer", "strategist", "planner", "buyer", "expert", "consultant", "staff", "generalist", "practitioner",
        "technologist", "optimizer", "optimiser", "evaluator", "spesialis", "spesialist", "analis", "koordinator", "staf",
        "pelaksana", "spezialist", "spezialistin", "referent", "referentin", "sachbearbeiter", "sachbearbeiterin",
        "mitarbeiter", "mitarbeiterin", "analystin", "chargé", "chargée", "charge", "spécialiste", "analyste",
        "coordinateur", "coordinatrice", "especialista", "analista", "coordinador", "coordinadora", "ejecutivo", "ejecutiva",
    ]),
    entry("marketing worker", &[Says::Rank(Worker), Says::Field(Marketing)], &[
        "marketer", "marketeer", "marketing staff", "marketing staf", "growth hacker", "media buyer", "marketingreferent",
        "marketingreferentin", "traffic manager", "cro specialist", "cro analyst",
        "cro manager",
    ]),
    entry("assistant", &[Says::Rank(Assistant)], &[
        "assistant", "asst", "asisten", "assistent", "assistentin", "assistante", "asistente", "auxiliar",
    ]),
    entry("trainee", &[Says::Rank(Trainee)], &[
        "intern", "internship", "trainee", "apprentice", "working student", "magang", "praktikant", "praktikantin",
        "werkstudent", "werkstudentin", "azubi", "stagiaire", "alternant", "alternante", "becario", "becaria", "practicante",
    ]),
    entry("marketing", &[Says::Field(Marketing)], &[
        "marketing", "mktg", "mkt", "pemasaran", "mercadotecnia", "mercadeo", "webmarketing", "onlinemarketing",
        "demand generation", "demand gen", "performance marketing", "paid media", "paid acquisition", "media buying",
        "biddable media", "search marketing", "user acquisition", "lead generation", "go to market", "martech",
        "conversion rate optimization", "conversion rate optimisation",
    ]),
    entry("marketing of products", &[Says::Field(ProductMarketing)], &["product marketing", "produktmarketing", "pmm"]),
    entry("marketing by `seo`", &[Channel("seo")], &[
        "seo", "search engine optimization", "search engine optimisation", "organic search",
    ]),
    entry("marketing by `paid-search`", &[Channel("paid-search")], &[
        "sem", "ppc", "paid search", "search engine marketing", "search engine advertising", "google ads", "adwords",
        "search ads", "pay per click",
    ]),
    entry("marketing by `paid-social`", &[Channel("paid-social")], &[
        "paid social", "social ads", "social advertising", "facebook ads", "meta ads", "tiktok ads",
    ]),
    entry("marketing by `social-media`", &[Channel("social-media")], &[
        "social media", "social media marketing", "smm", "organic social", "media sosial", "réseaux sociaux", "redes sociales",
        "community manager",
    ]),
    entry("marketing by `email`", &[Channel("email")], &["email marketing", "e mail marketing", "email", "e mail", "newsletter", "emailing"]),
    entry("marketing by `content`", &[Channel("content")], &["content marketing"]),
    entry("marketing by `affiliate`", &[Channel("affiliate")], &["affiliate", "affiliates", "affiliate marketing", "afiliasi"]),
    entry("marketing by `display`", &[Channel("display")], &["display advertising", "display ads", "display marketing", "programmatic"]),
    entry("marketing by `influencer`", &[Channel("influencer")], &["influencer", "influencers", "influencer marketing", "kol"]),
    entry("near to marketing", &[Says::Field(Near)], &[
        "brand", "branding", "campaign", "campaigns", "performance", "growth", "digital", "content", "creative", "advertising",
        "media", "crm", "lifecycle", "acquisition", "e commerce", "ecommerce", "marketplace", "merek", "konten", "iklan",
        "periklanan", "werbung", "marke", "publicité", "marque", "publicidad", "marca", "online",
    ]),
    entry("product", &[Says::Field(Product)], &["product", "products", "produk", "produkt", "produit", "producto"]),
    entry("product manager", &[Says::Craft(ProductManager)], &[
        "product manager", "product managers", "produktmanager", "produktmanagerin", "manajer produk", "chef de produit",
        "cheffe de produit", "gerente de producto", "jefe de producto", "jefa de producto",
    ]),
    entry("sales", &[Says::Field(Sales)], &[
        "sales", "penjualan", "vertrieb", "verkauf", "ventes", "ventas", "account executive", "account manager",
        "key account", "business development",
    ]),
    entry("another department", &[Says::Field(Elsewhere)], &[
        "engineering", "engineer", "software", "developer", "development", "technology", "tech", "it", "information services",
        "information technology", "information systems", "finance", "financial", "accounting", "accountant", "accounts",
        "payroll", "tax", "treasury", "audit", "legal", "counsel", "compliance", "hr", "human resources", "people", "talent",
        "recruiting", "recruitment", "recruiter", "operations", "production", "manufacturing", "purchasing", "procurement",
        "logistics", "supply chain", "warehouse", "shipping", "receiving", "stock", "facilities", "maintenance", "quality",
        "customer success", "customer service", "customer support", "customer engineering", "customer engineer", "support",
        "security", "research", "research and development", "r d", "administration", "design", "documentation",
        "document control", "technical writing", "communications", "public relations", "pr", "corporate affairs", "community",
        "analytics", "data science", "business intelligence", "strategy office", "training", "enablement", "sales enablement",
        "sales operations", "sales development", "sales support", "sales engineering", "sales engineer", "performance management",
        "media relations", "public affairs", "transformation", "banking", "insurance", "credit", "risk", "network", "database", "infrastructure", "project office", "medical", "nursing", "education",
        "keuangan", "akuntansi", "sdm", "sumber daya manusia", "operasional", "produksi", "teknologi informasi", "umum", "hukum",
        "finanzen", "buchhaltung", "personal", "einkauf", "entwicklung", "technik", "finances", "comptabilité",
        "ressources humaines", "achats", "informatique", "juridique", "finanzas", "contabilidad", "recursos humanos", "compras",
        "sistemas", "operaciones",
    ]),
    entry("copywriter", &[Says::Craft(Copywriter)], &[
        "copywriter", "copy writer", "content writer", "penulis konten", "penulis naskah", "texter", "texterin",
        "concepteur rédacteur", "conceptrice rédactrice", "redactor publicitario", "redactor creativo", "copy editor",
    ]),
    entry("graphic designer", &[Says::Craft(GraphicDesigner)], &[
        "graphic designer", "graphics designer", "visual designer", "motion designer", "brand designer", "marketing designer",
        "desainer grafis", "grafikdesigner", "grafikdesignerin", "grafiker", "grafikerin", "graphiste", "diseñador gráfico",
        "diseñadora gráfica",
    ]),
    entry("designer", &[Says::Craft(Designer)], &["designer", "desainer", "diseñador", "diseñadora"]),
    entry("another craft", &[Says::Craft(Craft::Other)], &[
        "editor", "videographer", "photographer", "animator", "illustrator", "creator", "producer", "writer", "art director",
        "webmaster", "redaktur", "redakteur", "redakteurin", "rédacteur", "rédactrice", "redactor", "redactora",
    ]),
    entry("manager of projects", &[Says::Craft(Projects)], &[
        "project manager", "program manager", "programme manager", "programs lead", "project lead", "project coordinator",
        "manajer proyek", "projektmanager", "projektmanagerin", "projektleiter", "projektleiterin", "chef de projet",
        "cheffe de projet", "jefe de proyecto", "event manager", "events manager", "office coordinator",
    ]),
    entry("an aide", &[Aide], &[
        "executive assistant", "personal assistant", "administrative assistant", "admin assistant", "secretary", "sekretaris",
        "sekretär", "sekretärin", "chief of staff", "business partner", "office manager", "office of", "receptionist",
        "assistant to", "assistante de direction", "secrétaire", "secretaria", "secretario",
    ]),
    entry("vacant", &[Vacant], &["vacant", "vacancy", "tbh", "tbd", "to be hired", "open position", "lowong", "unbesetzt", "vacante"]),
    entry("nothing that matters", &[Nothing], &[
        "of", "the", "and", "for", "in", "at", "a", "an", "to", "global", "regional", "national", "international", "interim", "acting",
        "deputy", "group", "corporate", "area", "country", "junior", "jr", "i", "ii", "iii", "iv", "v", "1", "2", "3", "m", "w",
        "d", "f", "h", "x", "s", "department", "dept", "team", "division", "level", "de", "del", "la", "le", "du", "des", "et", "y",
        "e", "l", "und", "für", "der", "die", "das", "en", "dan", "untuk", "bidang", "bagian", "divisi", "board", "management",
        "executives", "leadership", "board of directors", "strategy", "strategic", "planning", "headquarters", "hq", "emea", "apac",
        "asia", "europe", "americas", "us", "usa", "uk", "eu", "north", "south", "east", "west",
    ]),
];
