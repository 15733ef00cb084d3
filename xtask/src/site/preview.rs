//! What a page says to programs that show a preview of a link, list courses, or embed what is pasted.
//!
//! They read only the beginning of a page and run no script.

use super::home::Home;
use super::pages::escape;
use seatrace::export::SVG_SIZE;
use serde_json::json;

/// Under which everything that is not code may be used.
pub(super) const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// A page, to those programs.
pub(super) struct Preview<'a> {
    /// Where the site lies, if that is known.
    pub(super) home: Option<&'a Home>,
    /// The page's path below the root.
    pub(super) path: &'a str,
    /// The name of its poster.
    pub(super) poster: &'a str,
    pub(super) title: &'a str,
    pub(super) description: &'a str,
    /// What the poster shows.
    pub(super) alt: &'a str,
}

impl Preview<'_> {
    /// The tags. A picture has an absolute address where the site has one; what needs one is left out otherwise.
    pub(super) fn tags(&self) -> String {
        let Preview { home, path, title, description, alt, .. } = self;
        let property = |name: &str, content: &str| {
            format!("<meta property=og:{name} content=\"{}\">", escape(content))
        };
        let (width, height) = SVG_SIZE;
        let mut tags = [
            property("title", title),
            property("description", description),
            property("type", "website"),
            property("site_name", "seatrace"),
            property("image", &self.image()),
            property("image:width", &width.to_string()),
            property("image:height", &height.to_string()),
            property("image:alt", alt),
            "<meta name=twitter:card content=summary_large_image>".to_owned(),
        ]
        .concat();
        if let Some(home) = home {
            let here = escape(&home.at(path));
            tags += &property("url", &home.at(path));
            tags += &format!("<link rel=canonical href=\"{here}\">");
        }
        tags
    }

    /// How programs that embed a pasted link find out how.
    pub(super) fn oembed(&self) -> String {
        let tag = |home: &Home| {
            format!(
                "<link rel=alternate type=application/json+oembed href=\"{}\" title=\"{}\">",
                escape(&home.at(&format!("oembed/{}.json", self.poster))),
                escape(self.title)
            )
        };
        self.home.map_or(String::new(), tag)
    }

    /// The page as something to learn from, for search engines and collections of course material.
    pub(super) fn learning_resource(&self) -> String {
        let Preview { home, path, title, description, .. } = self;
        let mut about = json!({
            "@context": "https://schema.org",
            "@type": "LearningResource",
            "name": title,
            "description": description,
            "learningResourceType": "simulation",
            "educationalLevel": "higher education",
            "teaches": "concurrency control",
            "inLanguage": "en",
            "isAccessibleForFree": true,
            "license": LICENCE,
            "accessibilityFeature": ["alternativeText", "structuralNavigation", "transcript"],
        });
        if let Some(home) = home {
            about["url"] = home.at(path).into();
            about["image"] = self.image().into();
        }
        // Nothing in it may end the element.
        let text = about.to_string().replace('<', "\\u003c");
        format!("<script type=application/ld+json>{text}</script>")
    }

    fn image(&self) -> String {
        let path = format!("poster/{}.png", self.poster);
        let up = "../".repeat(self.path.matches('/').count());
        self.home.map_or(format!("{up}{path}"), |home| home.at(&path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preview(home: Option<&Home>) -> Preview<'_> {
        let (title, description) = ("Two \"seats\"", "</script>");
        Preview { home, path: "s/x/", poster: "x", title, description, alt: "A & B" }
    }

    #[test]
    fn without_an_address_nothing_is_absolute() {
        let shown = preview(None);
        let tags = shown.tags();
        assert!(tags.contains("og:image content=\"../../poster/x.png\""), "{tags}");
        assert!(tags.contains("og:title content=\"Two &quot;seats&quot;\""), "{tags}");
        assert!(tags.contains("og:image:alt content=\"A &amp; B\""), "{tags}");
        assert!(tags.contains("image:width content=\"1200\"") && tags.contains("\"630\""));
        assert!(!tags.contains("og:url") && !tags.contains("canonical"));
        assert_eq!(shown.oembed(), "");
    }

    #[test]
    fn with_an_address_everything_is() {
        let home = Home::read("--site", "https://host.example/sub").expect("an address");
        let shown = preview(Some(&home));
        let tags = shown.tags();
        for part in [
            "og:image content=\"https://host.example/sub/poster/x.png\"",
            "og:url content=\"https://host.example/sub/s/x/\"",
            "rel=canonical href=\"https://host.example/sub/s/x/\"",
        ] {
            assert!(tags.contains(part), "{part} is not in {tags}");
        }
        assert!(shown.oembed().contains("href=\"https://host.example/sub/oembed/x.json\""));
        let json = shown.learning_resource();
        assert!(json.contains("\"url\":\"https://host.example/sub/s/x/\""), "{json}");
    }

    #[test]
    fn no_text_ends_the_script() {
        let json = preview(None).learning_resource();
        assert_eq!(json.matches("</script>").count(), 1, "{json}");
        let inside = json.split_once('>').and_then(|(_, rest)| rest.strip_suffix("</script>"));
        let about: serde_json::Value =
            serde_json::from_str(inside.expect("an element")).expect("it is JSON");
        assert_eq!(
            (&about["description"], &about["license"]),
            (&"</script>".into(), &LICENCE.into())
        );
    }
}
