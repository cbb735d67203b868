package markdown

import "strings"

// language says how the scanner reads code. What two dozen fields could not express is left without colour.
type language struct {
	style         style
	lineComments  []string
	blockComments []quote
	quotes        []quote
	words         map[string]string // to their class
	foldCase      bool              // words are known in any case
	wordSigns     string            // signs within a name, such as the hyphen of CSS
	sigils        string            // signs before a variable
	meta          string            // begins a line for the preprocessor
	keys          byte              // ':' or '=' after the name of a member
	calls         bool              // a name before a parenthesis is a function
	capitalTypes  bool              // a name with a capital is a type
}

type style int

const (
	styleCode style = iota
	styleMarkup
	styleDiff
)

// quote is what begins and ends a string or a comment.
type quote struct {
	open, end string
	escapes   bool // a backslash takes the next character's meaning
	lines     bool // may hold line ends
	short     bool // a single character, so a lone mark is something else
}

// languages maps the names that people write after a fence to how the code is read.
type languages map[string]language

func newLanguages() languages {
	all := languages{}
	all.addCurly()
	all.addScripts()
	all.addFunctional()
	all.addQueries()
	all.addConfiguration()
	all.addMarkup()
	return all
}

// add enters a language under its names, with its keywords, the names of its types and its constants.
func (l languages) add(names string, base language, keywords, types, atoms string) {
	base.words = map[string]string{}
	for class, list := range map[string]string{tokenKeyword: keywords, tokenType: types, tokenAtom: atoms} {
		for word := range strings.FieldsSeq(list) {
			base.words[word] = class
		}
	}
	for name := range strings.FieldsSeq(names) {
		l[name] = base
	}
}

func double() quote   { return quote{open: `"`, end: `"`, escapes: true} }
func single() quote   { return quote{open: "'", end: "'", escapes: true} }
func oneRune() quote  { return quote{open: "'", end: "'", escapes: true, short: true} }
func backtick() quote { return quote{open: "`", end: "`", escapes: true, lines: true} }
func triple(mark string) quote {
	return quote{open: strings.Repeat(mark, 3), end: strings.Repeat(mark, 3), escapes: true, lines: true}
}

// curly is the family of C.
func curly(quotes ...quote) language {
	return language{
		lineComments: []string{"//"}, blockComments: []quote{{open: "/*", end: "*/"}}, quotes: quotes, calls: true, capitalTypes: true,
	}
}

// hashed is the family of languages whose comments begin with #.
func hashed(quotes ...quote) language {
	return language{lineComments: []string{"#"}, quotes: quotes, calls: true, capitalTypes: true}
}

func with(base language, change func(*language)) language {
	change(&base)
	return base
}

const (
	cWords = "auto break case const continue default do else enum extern for goto if inline register return sizeof static struct switch typedef union volatile while "
	cTypes = "bool char double float int int8_t int16_t int32_t int64_t long short signed size_t uint8_t uint16_t uint32_t uint64_t unsigned void "
	jWords = "abstract assert break case catch class const continue default do else enum extends final finally for if implements import instanceof interface native new package private protected public record return sealed static super switch synchronized this throw throws transient try var volatile while yield "
	jTypes = "boolean byte char double float int long short void "
	sWords = "as async await break case catch class const continue debugger default delete do else export extends finally for from function get if import in instanceof let new of return set static super switch this throw try typeof var void while with yield "
	tWords = "abstract any boolean declare enum implements infer interface is keyof namespace never number object private protected public readonly satisfies string symbol type unknown "
)

func (l languages) addCurly() {
	preprocessed := func(base *language) { base.meta = "#" }
	annotated := func(base *language) { base.sigils = "@" }
	l.add("c h", with(curly(double(), single()), preprocessed), cWords, cTypes, "NULL true false")
	l.add("cpp c++ cc cxx hpp arduino", with(curly(double(), oneRune()), preprocessed),
		cWords+"alignas catch class co_await co_return co_yield concept consteval constexpr constinit decltype delete dynamic_cast explicit export final friend mutable namespace new noexcept operator override private protected public requires static_assert static_cast template this throw try typeid typename using virtual",
		cTypes+"char8_t string vector wchar_t", "nullptr NULL true false")
	l.add("objective-c objc objectivec", with(curly(double(), single()), func(base *language) { base.meta, base.sigils = "#", "@" }),
		cWords+"id in self super", cTypes+"BOOL NSInteger NSString", "YES NO nil NULL")
	l.add("csharp cs c#", with(curly(triple(`"`), quote{open: `@"`, end: `"`, lines: true}, double(), single()), preprocessed),
		"abstract as async await base break case catch checked class const continue default delegate do else enum event explicit extern finally fixed for foreach get goto if implicit in init interface internal is lock namespace new operator out override params partial private protected public readonly record ref required return sealed set sizeof stackalloc static struct switch this throw try typeof unchecked unsafe using var virtual volatile when where while with yield",
		"bool byte char decimal double dynamic float int long nint object sbyte short string uint ulong ushort void", "true false null")
	l.add("java", with(curly(triple(`"`), double(), single()), annotated), jWords, jTypes, "true false null")
	l.add("groovy gradle", with(curly(triple(`"`), triple("'"), double(), single()), annotated), jWords+"as def in trait", jTypes, "true false null")
	l.add("kotlin kt kts", with(curly(triple(`"`), double(), single()), annotated),
		"abstract as break by catch class companion const constructor continue crossinline data do else enum external final finally for fun if import in infix init inline inner interface internal is lateinit noinline object open operator out override package private protected public reified return sealed super suspend tailrec this throw try typealias val var vararg when where while", "", "true false null")
	l.add("scala", with(curly(triple(`"`), double(), oneRune()), annotated),
		"abstract case catch class def do else enum extends final finally for forSome given if implicit import lazy match new object override package private protected return sealed super then this throw trait try type using val var while with yield", "", "true false null None Nil")
	l.add("go golang", curly(double(), oneRune(), quote{open: "`", end: "`", lines: true}),
		"break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var",
		"any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr", "true false nil iota")
	l.add("rust rs", with(curly(quote{open: `r#"`, end: `"#`, lines: true}, quote{open: `"`, end: `"`, escapes: true, lines: true}, oneRune()), func(base *language) { base.meta = "#" }),
		"as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod move mut pub ref return self static struct super trait type unsafe use where while",
		"bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize", "true false None Some Ok Err")
	l.add("swift", with(curly(triple(`"`), double()), annotated),
		"actor as associatedtype async await break case catch class continue default defer deinit do else enum extension fallthrough fileprivate for func guard if import in init inout internal is lazy let mutating open operator override private protocol public repeat rethrows return self static struct subscript super switch throw throws try typealias unowned var weak where while", "", "true false nil")
	l.add("dart", with(curly(triple("'"), triple(`"`), double(), single()), annotated),
		jWords+"as async await covariant deferred dynamic export extension external factory get in is late library mixin on operator part required rethrow set show sync typedef with", "bool double int num void", "true false null")
	l.add("javascript js jsx mjs node", with(curly(double(), single(), backtick()), annotated), sWords, "", "true false null undefined NaN Infinity")
	l.add("typescript ts tsx", with(curly(double(), single(), backtick()), annotated), sWords+tWords, "", "true false null undefined NaN Infinity")
	l.add("php", with(curly(double(), single()), func(base *language) { base.lineComments, base.sigils = []string{"//", "#"}, "$" }),
		jWords+"and as clone declare echo elseif empty endfor endforeach endif endswitch endwhile fn foreach function global include include_once insteadof isset list match namespace or print readonly require require_once trait unset use xor",
		"array bool callable float int iterable mixed object string void", "true false null TRUE FALSE NULL")
	l.add("solidity sol", curly(double(), single()),
		"abstract contract constructor constant else emit enum error event external for function if immutable import indexed interface internal is library mapping memory modifier new payable pragma private public pure require return returns revert storage struct using view virtual while", "address bool bytes bytes32 int int256 string uint uint256", "true false")
	l.add("zig", curly(double(), single()), "and break catch comptime const continue defer else enum errdefer error export extern fn for if inline or orelse pub return struct switch test try union unreachable usingnamespace var while", "bool f32 f64 i32 i64 isize type u8 u16 u32 u64 usize void", "true false null undefined")
	l.add("proto protobuf", curly(double(), single()), "enum extend import message oneof option optional package repeated required reserved returns rpc service stream syntax", "bool bytes double fixed32 fixed64 float int32 int64 string uint32 uint64", "true false")
}

func (l languages) addScripts() {
	shell := with(hashed(quote{open: `"`, end: `"`, escapes: true, lines: true}, quote{open: "'", end: "'", lines: true}), func(base *language) {
		base.sigils, base.calls, base.capitalTypes, base.wordSigns = "$", false, false, "-"
	})
	l.add("bash sh shell zsh ksh console shell-session", shell,
		"alias case cd declare do done echo elif else esac eval exec exit export fi for function if in local readonly return select set shift source then trap unset until while", "", "true false")
	l.add("fish", shell, "and begin case else end for function if in not or return set switch while", "", "true false")
	l.add("powershell ps1 pwsh", with(shell, func(base *language) { base.foldCase, base.blockComments = true, []quote{{open: "<#", end: "#>"}} }),
		"begin break catch class continue do else elseif end enum exit filter finally for foreach function if in param process return switch throw trap try until using while", "", "")
	l.add("python py python3 py3", with(hashed(triple(`"`), triple("'"), double(), single()), func(base *language) { base.sigils = "@" }),
		"and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield",
		"bool bytes dict float int list object set str tuple", "True False None self cls")
	l.add("ruby rb", with(hashed(double(), single(), backtick()), func(base *language) { base.sigils, base.wordSigns = "@$", "?!" }),
		"alias and begin break case class def defined do else elsif end ensure extend for if in include loop module next not or private protected public raise redo require require_relative rescue retry return self super then undef unless until when while yield attr_accessor attr_reader attr_writer", "", "true false nil")
	l.add("perl pl", with(hashed(double(), single()), func(base *language) { base.sigils = "$@%" }),
		"and cmp die do else elsif eq foreach for ge gt if last le local lt my ne next no not or our package print push redo require return shift sub undef unless until use wantarray while", "", "")
	l.add("r", with(hashed(double(), single()), func(base *language) { base.wordSigns = "." }),
		"break else for function if in library next repeat require return while", "", "TRUE FALSE NULL NA NaN Inf")
	l.add("julia jl", with(hashed(triple(`"`), double(), oneRune()), func(base *language) { base.sigils, base.wordSigns = "@", "!" }),
		"abstract begin break catch const continue do else elseif end export finally for function global if import in let local macro module mutable primitive quote return struct try type using where while", "", "true false nothing missing")
	l.add("elixir ex exs", with(hashed(triple(`"`), double(), single()), func(base *language) { base.sigils, base.wordSigns = "@", "?!" }),
		"after alias and case catch cond def defimpl defmacro defmodule defp defprotocol defstruct do else end fn for if import in not or quote raise receive require rescue try unless unquote use when with", "", "true false nil")
	l.add("gdscript", hashed(triple(`"`), double(), single()), "and as break class class_name const continue elif else enum extends for func if in is match not or pass return self signal static var while", "", "true false null")
	l.add("nim", hashed(triple(`"`), double(), oneRune()), "and as block break case const continue discard do elif else enum except export finally for from func if import in is iterator let macro method mod not object of or proc raise ref return template try tuple type using var when while yield", "", "true false nil")
	l.add("crystal cr", with(hashed(double(), oneRune()), func(base *language) { base.sigils = "@" }), "abstract begin break case class def do else elsif end ensure enum extend for if include lib macro module next of private protected raise require rescue return self struct super then unless until when while with yield", "", "true false nil")
	l.add("lua", language{lineComments: []string{"--"}, blockComments: []quote{{open: "--[[", end: "]]"}}, quotes: []quote{double(), single(), {open: "[[", end: "]]", lines: true}}, calls: true},
		"and break do else elseif end for function goto if in local not or repeat return then until while", "", "true false nil")
	l.add("awk", with(hashed(double()), func(base *language) { base.sigils = "$" }), "BEGIN END break continue delete do else exit for function getline if in next print printf return while", "", "")
	l.add("tcl", with(hashed(double()), func(base *language) { base.sigils = "$" }), "break catch continue else elseif expr for foreach if incr namespace package proc puts return set switch uplevel upvar variable while", "", "")
	l.add("coffeescript coffee", hashed(triple(`"`), triple("'"), double(), single()), sWords+"and isnt is not or then unless until when", "", "true false null undefined yes no on off")
}
