package markdown

func (l languages) addFunctional() {
	haskell := language{
		lineComments: []string{"--"}, blockComments: []quote{{open: "{-", end: "-}"}}, quotes: []quote{double(), oneRune()}, wordSigns: "'",
		capitalTypes: true,
	}
	l.add("haskell hs", haskell, "as case class data default deriving do else family forall foreign hiding if import in infix infixl infixr instance let module newtype of qualified then type where", "", "True False Nothing")
	l.add("elm", haskell, "alias as case else exposing if import in let module of port then type", "", "True False Nothing")
	l.add("idris agda lean", haskell, "abstract axiom by case class constructor data def do else example have if import in inductive instance let match module namespace of open postulate record show structure then theorem where with", "", "True False")
	ml := language{blockComments: []quote{{open: "(*", end: "*)"}}, quotes: []quote{double(), oneRune()}, wordSigns: "'", capitalTypes: true}
	mlWords := "and as assert begin class constraint do done downto else end exception external for fun function functor if in include inherit initializer lazy let match method module mutable new object of open or private rec sig struct then to try type val virtual when while with "
	l.add("ocaml ml sml reason", ml, mlWords, "bool char float int list string unit", "true false None")
	l.add("fsharp fs f#", with(ml, func(base *language) { base.lineComments = []string{"//"} }), mlWords+"abstract async default elif finally inline interface internal member namespace not null override public return static upcast use yield", "bool char float int list string unit", "true false None")
	l.add("erlang erl", language{lineComments: []string{"%"}, quotes: []quote{double(), single()}, calls: true}, "after and andalso begin case catch end fun if let not of or orelse receive try when xor", "", "true false undefined ok error")
	l.add("prolog", language{lineComments: []string{"%"}, blockComments: []quote{{open: "/*", end: "*/"}}, quotes: []quote{double(), single()}, calls: true}, "is not dynamic module use_module", "", "true false fail")
	lisp := language{lineComments: []string{";"}, blockComments: []quote{{open: "#|", end: "|#"}}, quotes: []quote{{open: `"`, end: `"`, escapes: true, lines: true}}, wordSigns: "-?!*+/<>=:."}
	l.add("lisp common-lisp cl elisp emacs-lisp", lisp, "and case cond defclass defconstant defgeneric defmacro defmethod defpackage defparameter defstruct defun defvar dolist dotimes flet funcall if in-package labels lambda let let* loop not or progn quote return setf setq unless when", "", "t nil")
	l.add("scheme racket scm", lisp, "and begin call/cc case cond define define-syntax delay do else if lambda let let* letrec letrec* or provide quasiquote quote require set! struct syntax-rules unless when", "", "")
	l.add("clojure clj cljs edn", lisp, "and case catch cond def defmacro defmethod defmulti defn defn- defprotocol defrecord deftype do doseq dotimes finally fn for if if-let if-not import let letfn loop new not ns or quote recur reify require throw try use when when-let when-not", "", "true false nil")
}

func (l languages) addQueries() {
	sql := language{
		lineComments: []string{"--"}, blockComments: []quote{{open: "/*", end: "*/"}}, quotes: []quote{{open: "'", end: "'", lines: true}},
		foldCase: true, calls: true,
	}
	l.add("sql postgres postgresql pgsql plsql plpgsql mysql mariadb sqlite tsql oracle", sql,
		"add all alter analyze and any as asc begin between by cascade case check column commit conflict constraint create cross current database declare default delete desc distinct do drop else elsif end except exception execute exists explain fetch for foreign from full function grant group having if ilike in index inner insert intersect into is isolation join key lateral left like limit lock loop materialized natural not nothing of offset on or order outer over partition primary procedure raise references rename replace restrict return returning returns revoke right rollback row rows schema select sequence set some table temporary then to transaction trigger union unique update using values view when where while window with truncate",
		"bigint bigserial blob boolean bytea char date datetime decimal double float int integer interval json jsonb money nchar numeric nvarchar real serial smallint text time timestamp timestamptz tinyint uuid varchar", "true false null")
	l.add("graphql gql", hashed(triple(`"`), double()), "directive enum extend fragment implements input interface mutation on query scalar schema subscription type union", "Boolean Float ID Int String", "true false null")
	l.add("sparql", with(hashed(double(), single()), func(base *language) { base.foldCase, base.sigils = true, "?$" }), "a ask base bind by construct describe distinct filter from graph group having limit offset optional order prefix select service union values where", "", "true false")
	l.add("vb vbnet vb.net vba visual-basic", language{lineComments: []string{"'"}, quotes: []quote{{open: `"`, end: `"`}}, foldCase: true, calls: true},
		"addhandler and andalso as byref byval call case catch class const continue declare dim do each else elseif end enum event exit finally for friend function get handles if implements imports in inherits interface is loop me mod module mustinherit mybase namespace new next not of on option optional or orelse overloads overridable overrides private property protected public raiseevent readonly redim return select set shared static step structure sub then throw to try until using wend when while with",
		"boolean byte char date decimal double integer long object short single string variant", "true false nothing null")
	l.add("pascal delphi objectpascal", language{lineComments: []string{"//"}, blockComments: []quote{{open: "{", end: "}"}, {open: "(*", end: "*)"}}, quotes: []quote{{open: "'", end: "'"}}, foldCase: true, calls: true},
		"and array as begin case class const constructor destructor div do downto else end except finally for function goto if implementation in inherited interface is mod not object of or override private procedure program property protected public published raise record repeat set then to try type unit until uses var virtual while with", "boolean byte char double extended integer longint real string word", "true false nil")
	l.add("fortran f90", language{lineComments: []string{"!"}, quotes: []quote{{open: `"`, end: `"`}, {open: "'", end: "'"}}, foldCase: true, calls: true},
		"allocatable allocate call case contains continue cycle deallocate dimension do else elseif end enddo endif exit function if implicit in inout intent interface module none out parameter pointer print program read recursive result return save select stop subroutine then type use where while write", "character complex double integer logical precision real", "")
	l.add("matlab octave", language{lineComments: []string{"%", "#"}, quotes: []quote{{open: `"`, end: `"`}, {open: "'", end: "'"}}, wordSigns: "'", calls: true},
		"break case catch classdef continue else elseif end endfunction for function global if methods otherwise parfor persistent properties return switch try until while", "", "true false pi Inf NaN")
	l.add("ada vhdl", language{lineComments: []string{"--"}, quotes: []quote{{open: `"`, end: `"`}, oneRune()}, foldCase: true, calls: true},
		"abort access all and architecture array at begin body case component constant declare downto else elsif end entity exception exit for function generic if in is library limited loop map mod new not null of or others out package port private procedure process range record rem return reverse select signal subtype task then to type until use variable wait when while with xor", "bit boolean character float integer natural positive std_logic std_logic_vector string", "true false")
	l.add("verilog systemverilog sv", curly(double()), "always always_comb always_ff assign begin case default else end endcase endfunction endmodule for forever function generate if initial inout input localparam module negedge output parameter posedge repeat task while", "bit byte int integer logic real reg wire", "")
	l.add("asm assembly nasm armasm", language{lineComments: []string{";", "#", "//"}, quotes: []quote{double(), single()}, foldCase: true, sigils: "%", wordSigns: "."},
		"add and b bl call cmp dec div imul inc int ja jb je jg jl jmp jne jnz jz ldr lea loop mov movzx mul neg nop not or pop push ret shl shr str sub syscall test xor section global extern db dw dd dq resb", "", "")
}

func (l languages) addConfiguration() {
	pairs := func(sign byte) func(*language) {
		return func(base *language) {
			base.keys, base.calls, base.capitalTypes, base.wordSigns = sign, false, false, "-./"
		}
	}
	l.add("json json5 jsonc jsonl", language{lineComments: []string{"//"}, blockComments: []quote{{open: "/*", end: "*/"}}, quotes: []quote{double()}, keys: ':'}, "", "", "true false null")
	l.add("yaml yml", with(hashed(double(), quote{open: "'", end: "'"}), pairs(':')), "", "", "true false null yes no on off")
	l.add("toml", with(hashed(triple(`"`), triple("'"), double(), single()), pairs('=')), "", "", "true false inf nan")
	l.add("ini conf cfg properties dotenv env desktop systemd editorconfig", with(hashed(double()), func(base *language) {
		pairs('=')(base)
		base.lineComments, base.meta = []string{"#", ";"}, "["
	}), "", "", "true false yes no on off")
	l.add("hcl terraform tf", with(hashed(double()), func(base *language) {
		pairs('=')(base)
		base.lineComments, base.blockComments, base.calls = []string{"#", "//"}, []quote{{open: "/*", end: "*/"}}, true
	}), "data for if in locals module output provider resource terraform variable", "bool list map number object set string", "true false null")
	l.add("nix", with(hashed(double(), quote{open: "''", end: "''", lines: true}), pairs('=')), "assert else if in inherit let or rec then with", "", "true false null")
	l.add("dockerfile docker containerfile", with(hashed(double(), single()), func(base *language) { base.sigils, base.calls, base.capitalTypes = "$", false, false }),
		"ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR", "", "")
	l.add("makefile make mk", with(hashed(double(), single()), func(base *language) {
		pairs(':')(base)
		base.sigils = "$"
	}), "define else endef endif export ifdef ifeq ifndef ifneq include override", "", "")
	l.add("cmake", with(hashed(double()), func(base *language) { base.foldCase, base.sigils = true, "$" }),
		"add_executable add_library add_subdirectory cmake_minimum_required else elseif endforeach endfunction endif endmacro find_package foreach function if include install macro message option project set target_include_directories target_link_libraries", "", "on off true false")
	l.add("nginx caddy caddyfile apache apacheconf", with(hashed(double(), single()), func(base *language) { base.sigils, base.wordSigns, base.calls = "$", "-_.", false }),
		"events http if include listen location map proxy_pass return rewrite root server server_name set upstream", "", "on off")
	l.add("batch bat cmd", language{lineComments: []string{"::", "rem ", "REM "}, quotes: []quote{{open: `"`, end: `"`}}, foldCase: true, sigils: "%"},
		"call cd copy del do echo else endlocal errorlevel exist exit for goto if in mkdir move not pause popd pushd set setlocal shift start", "", "on off nul")
	l.add("vim viml vimscript", language{quotes: []quote{{open: "'", end: "'"}}, lineComments: []string{`"`}, calls: true}, "augroup autocmd call command echo else elseif endfor endfunction endif endtry endwhile execute for function if in inoremap let map nmap nnoremap noremap return set syntax try unlet vnoremap while", "", "v:true v:false")
	l.add("css", styleSheet("/*"), "", "", "auto inherit initial none unset")
	l.add("scss sass less stylus", with(styleSheet("/*"), func(base *language) { base.lineComments, base.sigils = []string{"//"}, "@$" }), "", "", "auto inherit initial none unset")
	l.add("http", language{keys: ':', wordSigns: "-"}, "CONNECT DELETE GET HEAD OPTIONS PATCH POST PUT TRACE HTTP", "", "")
}

func styleSheet(comment string) language {
	return language{
		blockComments: []quote{{open: comment, end: "*/"}}, quotes: []quote{double(), single()}, keys: ':', wordSigns: "-", sigils: "@", calls: true,
	}
}

func (l languages) addMarkup() {
	l.add("html xhtml xml svg rss atom xsl xslt xsd plist vue svelte jsp aspx razor handlebars jinja twig", language{style: styleMarkup}, "", "", "")
	l.add("diff patch udiff", language{style: styleDiff}, "", "", "")
	l.add("latex tex bibtex", language{lineComments: []string{"%"}, quotes: []quote{{open: "$", end: "$", escapes: true}}, sigils: `\@`}, "", "", "")
}
