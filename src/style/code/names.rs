//! What languages are called in fences, beside the names and extensions that the set of syntaxes has.

/// The name in the set for what a fence calls its language; lower case.
///
/// Fences are written in many hands: ```` ```{.python} ````, `rust,no_run`, `yaml:file.yml`,
/// `language-js`, `shell-session`. What follows the name is left out.
pub(super) fn names(lang: &str) -> impl Iterator<Item = String> {
    let lower = lang.to_lowercase();
    let bare = lower.trim_start_matches(['{', '.', ' ']);
    let bare = ["language-", "lang-"].iter().find_map(|p| bare.strip_prefix(p)).unwrap_or(bare);
    let end = bare.find(|c: char| !c.is_alphanumeric() && !"+#-_.".contains(c));
    let name = bare.get(..end.unwrap_or(bare.len())).unwrap_or("").to_owned();
    // `shell-session` is known, of `diff-yaml` what stands before the dash.
    let first = name.split(['-', '_', '.']).next().filter(|first| *first != name);
    let first = first.map(str::to_owned);
    std::iter::once(name).chain(first).filter(|name| !name.is_empty()).map(in_set)
}

fn in_set(name: String) -> String {
    let same = match name.as_str() {
        "shell" | "console" | "terminal" | "shellsession" | "shell-session" | "sh-session"
        | "bash-session" | "ksh" | "posix" | "cli" | "command" => "sh",
        "jsonc" | "json5" | "ndjson" | "jsonl" | "hjson" => "json",
        "golang" => "go",
        "docker" | "containerfile" => "dockerfile",
        // Numbers, strings, comments and calls look the same there.
        "promql" | "starlark" | "bazel" | "python2" | "python3" | "ipython" | "pycon" => "python",
        "helm" | "kubernetes" | "k8s" | "compose" | "docker-compose" | "openapi" => "yaml",
        "opentofu" | "tofu" | "tfvars" => "terraform",
        "jsx" | "javascriptreact" => "tsx",
        "node" | "nodejs" | "mjs" | "cjs" | "es6" => "js",
        "ps1" | "psm1" | "powershell" | "pwsh" | "posh" => "fish",
        "csharp" | "dotnet" => "cs",
        "objectivec" | "obj-c" => "objective-c",
        "conf" | "config" | "cfg" | "dosini" | "systemd" | "service" | "unit" | "gitconfig" => {
            "ini"
        }
        "env" | "dotenv" => ".env",
        "mysql" | "postgres" | "postgresql" | "psql" | "plsql" | "tsql" | "sqlite" | "mariadb"
        | "pgsql" | "hql" | "cql" => "sql",
        "vimscript" => "vim",
        "assembly" | "asm6502" | "x86asm" => "asm",
        "dos" | "batch" => "bat",
        "ssh-config" | "sshconfig" => "ssh_config",
        "cron" => "crontab",
        "apache" | "apacheconf" | "htaccess" => "Apache Conf",
        "octave" => "matlab",
        "elisp" | "emacs-lisp" | "scheme" => "lisp",
        "handlebars" | "hbs" | "mustache" | "ejs" | "gotmpl" | "go-template" | "gohtml" => "html",
        "shaderlab" | "hlsl" => "glsl",
        _ => return name,
    };
    same.to_owned()
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_follows_the_name_is_left_out() {
        let names = |lang| super::names(lang).collect::<Vec<_>>();
        assert_eq!(names("{.Python"), ["python"]);
        assert_eq!(names("rust,no_run"), ["rust"]);
        assert_eq!(names("yaml:deploy.yml"), ["yaml"]);
        assert_eq!(names("language-C++"), ["c++"]);
        assert_eq!(names("Shell-Session"), ["sh", "sh"]);
        assert_eq!(names("diff-yaml"), ["diff-yaml", "diff"]);
        assert_eq!(names("```"), Vec::<String>::new());
        assert_eq!(names("자바"), ["자바"]);
    }
}
