//! The page for addresses that lead nowhere.

use super::pages::escape;

/// Programs that check links turn `#` into `%23`, which no host finds: such links are put right. The host serves this page
/// under any path, so it loads nothing and has no address of its own.
pub(super) fn not_found() -> String {
    let links =
        seatrace::scenario::gallery().iter().map(|e| format!("<li>{}</li>", escape(e.title)));
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Not here: seatrace</title>\
         <meta name=viewport content=\"width=device-width,initial-scale=1\"><meta name=robots content=noindex>\
         <style>{STYLE}</style><main><h1>There is nothing here</h1>\
         <p>The link may have been cut off or changed on its way.</p>\
         <p><a id=start href=./>Open seatrace</a>, which has</p><ul>{}</ul></main><script>{SCRIPT}</script></html>",
        links.collect::<String>()
    )
}

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;margin:0;color:#1b1a17;background:#f7f4ec}\
    main{max-width:36rem;margin:12vh auto;padding:0 1.5rem}a{color:inherit}\
    @media(prefers-color-scheme:dark){body{color:#ece8dd;background:#14151a}}";

/// A path like `/base/%23x1…` becomes `/base/#x1…`; and the link to the start leads out of the folders of the site.
const SCRIPT: &str = "const l=location,i=l.pathname.search(/%23/i);\
    if(i>=0)l.replace(l.origin+l.pathname.slice(0,i)+l.search+'#'+l.pathname.slice(i+3));\
    const m=l.pathname.match(/^(.*?\\/)(?:s|embed|poster|oembed)\\//);if(m)document.getElementById('start').href=m[1]";
