/**
 * Query parameters that say how a reader came and never which article is meant, in lower case. From the documentation
 * of the analytics and advertising systems, and from links in publishers' own feeds.
 */
const NAMES = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ymclid twclid ttclid igshid igsh li_fat_id mkt_tok srsltid
  _hsenc _hsmi hsctatracking vero_id vero_conv oly_anon_id oly_enc_id rb_clickid s_cid ncid cmpid cmp ito icid ocid
  cvid ftag xtor _ga _gl _ke __s __twitter_impression ref_src ref_url spm trk smid smtyp emc wtrid wt_mc wt.mc_id
  maca tduid guccounter guce_referrer guce_referrer_sig soc_src soc_trk traffic_source fb_action_ids
  fb_action_types fb_source fb_ref sr_share sharesource share_from replytocom phpsessid jsessionid
  rss_source feedname partner_id_rss amp`.split(/\s+/),
);

const PREFIXES = ['utm_', 'mc_', 'pk_', 'mtm_', 'matomo_', 'piwik_', 'at_', 'ns_', 'hmb_', 'sc_c', 'itm_', '__hs'];

/** Names that some sites use for articles: dropped only with a value that names a channel. */
const AMBIGUOUS = new Set(['ref', 'source', 'src', 'from', 'via', 'partner', 'mod', 'share', 'output', 'outputtype']);
const CHANNELS = new Set(
  `rss rss2 feed feeds atom xml twitter tw x facebook fb linkedin telegram whatsapp reddit email mail e-mail newsletter
  social share rssfeed rss-feed feedburner google googlenews amp homepage push`.split(/\s+/),
);

/** @param name as it stands in the query, still percent-encoded */
export function isTrackingParameter(name: string, value: string): boolean {
  const key = name.toLowerCase();
  if (NAMES.has(key)) return true;
  if (AMBIGUOUS.has(key)) return CHANNELS.has(value.toLowerCase());
  return PREFIXES.some((prefix) => key.startsWith(prefix));
}
