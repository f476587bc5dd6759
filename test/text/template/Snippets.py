# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Small templates, for one thing of the language each."""

VARIABLES = {
    "a": 7, "b": -3, "f": 2.5, "zero": 0, "text": "Hello, World", "empty": "", "yes": True, "no": False, "nothing": None,
    "list": [3, 1, 2], "words": ["pear", "Apple", "fig", "apple"], "wide": "größe ÉCLAIR 日本 🎉x", "spaced": " \t\u00a0two words \n",
    "lines": "one\ntwo\r\n\nthree", "dict": {"b": 1, "a": [1, {"c": None}], "items": "entry", "Z": 2.0}, "empty_list": [], "empty_dict": {},
    "people": [{"name": "Bo", "age": 30, "tags": ["x"]}, {"name": "al", "age": 25, "city": {"name": "Rom"}}, {"name": "Cy", "age": 30}],
    "nested": [[1, [2, [3]]], [4]], "html": "<a href='x'>&\"</a>", "big": 9007199254740993, "tree": [{"v": 1, "c": [{"v": 2, "c": []}, {"v": 3, "c": [{"v": 4, "c": []}]}]}, {"v": 5, "c": []}],
}


def printed(*expressions):
    return ["{{ " + expression + " }}" for expression in expressions]


SNIPPETS = [
    # Arithmetic.
    *printed("a + b", "a - b * 2", "a / 2", "a // 2", "b // 2", "a % 3", "b % 2", "-a % 3", "a % -3", "2 ** 10", "2 ** -1", "2 ** 3 ** 2",
             "-2 ** 2", "f * 2", "7 / 7", "1e3", "1.5e-7", "1_000", "10 // 3.0", "-7.5 // 2", "-7.5 % 2", "7.5 % -2", "0.1 + 0.2", "1e16", "123456789012345678.0", "1e22",
             "1.0", "100000.0 * 100000", "1 + true", "true + true", "-true", "+f", "'ab' * 3", "3 * 'ab'", "'ab' * -1", "[1, 2] * 2", "(1,) + (2, 3)", "[1] + [2]", "'a' + 'b'",
             "a ~ b", "'x' ~ 1 ~ none ~ 2.0 ~ [1]", "a ~ undefined_name ~ 'x'", "1 + 2 ~ 3 * 4", "big + 1", "1 < 2 < 3", "3 > 2 > 2", "1 == 1.0", "true == 1", "'a' < 'b'", "[1, 2] < [1, 3]",
             "(1, 2) == (1, 2)", "[1] == (1,)", "none == none", "nothing is none", "1 != 2", "a >= 7 and b <= -3", "1 in [1, 2]", "'ell' in text", "'b' in dict", "4 not in list",
             "not a", "not not a", "a and b", "zero or 'x'", "empty or nothing or 5", "zero and 1", "not zero and not empty", "1 if a else 2", "1 if zero", "'x' if zero else 'y' if no else 'z'",
             "(1 if zero) is defined", "undefined_name == other_undefined", "undefined_name == ''", "(a, b)", "(a,)", "()", "a, b", "[a, [b]]", "{'a': 1, 2: 'x', none: [true]}", "{}", "[]", "[1, 2,]", "{'a': 1,}",
             "a if a > 5 else b", "1 + (2 if no else 3)"),
    # Strings.
    *printed("'a\\nb'", "'\\t|\\x41\\u00e9\\U0001F389|\\'|\\\\|\\q'", '"it\'s"', "'say \"x\"'", "['it\\'s', \"q\\\"\", '\\n\\t\\\\', 'é', '\\x00\\x7f']", "'a' 'b' \"c\"", "'multi\nline'", "text[0]", "text[-1]", "text[99]", "text[1:4]", "text[:-3]", "text[::-1]",
             "text[::2]", "text[10:2:-3]", "text[-4:]", "wide[3]", "wide[-2:]", "wide[::-1]", "wide|length", "text[100:]", "text[:100]", "text[-100:3]", "list[::-1]", "list[1:]", "list[-1]", "list[5]", "list[:0]", "list[5:1:-1]",
             "nested[0][1][1]", "(1, 2, 3)[1:]", "dict['b']", "dict.b", "dict.a[1].c", "dict['a'][1]['c']", "dict['missing']", "dict.missing", "people[0].name", "people.0.name", "range(5)[2]", "range(10)[2:5]|list",
             "dict['items']", "none.x", "5 .x"),
    # Methods of strings.
    *printed("spaced.strip()", "spaced.lstrip()", "spaced.rstrip()", "'xxaxx'.strip('x')", "'abcba'.lstrip('ab')", "'abcba'.rstrip('ba')", "'größe'.strip('eg')", "text.split()", "text.split(',')", "text.split('l')", "text.split('l', 1)",
             "text.rsplit('l', 1)", "' a  b c '.split()", "' a  b c '.split(none, 1)", "' a  b c '.rsplit(none, 1)", "' a  b c '.rsplit()", "'a,b,,c'.split(',')", "''.split()", "''.split(',')", "'a b'.split(sep=' ')", "'a b c'.split(' ', maxsplit=1)", "lines.splitlines()", "lines.splitlines(true)",
             "text.startswith('He')", "text.startswith(('x', 'H'))", "text.endswith('ld')", "text.endswith(('a', 'd'))", "text.startswith('ello', 1)", "text.endswith('ell', 0, 4)", "text.upper()", "text.lower()", "wide.upper()", "wide.lower()", "'straße'.upper()", "'hello wORLD it\\'s'.title()",
             "'hELLO World'.capitalize()", "'aBc'.swapcase()", "text.replace('l', 'L')", "text.replace('l', 'L', 1)", "'abc'.replace('', '-')", "'aaa'.replace('aa', 'b')", "text.find('o')", "text.rfind('o')", "text.find('zz')", "wide.find('日')", "text.find('o', 5)", "text.index('W')",
             "text.count('l')", "'aaaa'.count('aa')", "'abc'.count('')", "', '.join(words)", "''.join(['a'])", "'-'.join('abc')", "'{} {}'.format(1, 'x')", "'{0}{1}{0}'.format('a', 'b')", "'{x:>5}|{y:<5}|{z:^5}|'.format(x=1, y='ab', z='c')", "'{:05.2f} {:,} {:+d} {:x} {:%}'.format(3.14159, 1234567, 5, 255, 0.5)",
             "'{0[a]} {1[0]}'.format({'a': 1}, [2])", "'{!r} {!s}'.format('x', 'y')", "'{{}} {}'.format(1)", "'{:.2}'.format('abc')", "'{:*^9}'.format('ab')", "'%s and %d' % ('x', 5)", "'%05.1f|%-5s|%5s|%x|%%' % (2.55, 'a', 'b', 255)", "'%s' % 5", "'%s' % [1, 2]", "'%(k)s' % {'k': 'v'}", "'12'.isdigit()", "'1a'.isdigit()", "''.isdigit()", "'ab'.isalpha()", "'a1'.isalnum()",
             "' '.isspace()", "'AB'.isupper()", "'ab1'.islower()", "'7'.zfill(3)", "'-7'.zfill(4)", "'a'.ljust(3, '.')", "'a'.rjust(3)", "'a'.center(4, '*')", "'ab'.center(5, '*')", "'prefix-x'.removeprefix('prefix-')", "'x.txt'.removesuffix('.txt')", "'a=b=c'.partition('=')", "'a=b=c'.rpartition('=')", "'abc'.partition('x')", "'abc'.rpartition('x')", "'abc'.foo is defined", "'a'.upper is callable"),
    # Methods of containers.
    *printed("dict.keys()|list", "dict.values()|list", "dict.items() is callable", "dict.get('b')", "dict.get('q')", "dict.get('q', 'd')", "[1, 2, 1].count(1)", "[1, 2, 1].index(2)", "empty_dict.items()|list", "people[0].items()|list", "people[0].keys()|join(',')", "people[0].items()|length", "[1].append is defined", "people[0].update is defined", "(1, 2).count(2)",
             "people[0].get('name').upper()", "dict.copy() == dict"),
    # Filters.
    *printed("text|upper", "text|lower", "'hello wORLD (it) a-b'|title", "text|capitalize", "spaced|trim", "'xxaxx'|trim('x')", "5|upper", "none|upper", "undefined_name|upper", "text|replace('l', 'x')", "text|replace('l', 'x', 2)", "55|replace(5, 6)", "text|length", "list|count", "dict|length", "undefined_name|length", "words|first", "words|last", "empty_list|first", "text|first", "text|last", "dict|first",
             "text|list", "dict|list", "undefined_name|list", "words|join", "words|join(', ')", "list|join('-')", "people|join(', ', attribute='name')", "words|join(d='|')", "undefined_name|join(',')", "html|e", "html|escape", "html|safe", "words|sort", "words|sort(case_sensitive=true)", "words|sort(reverse=true)", "people|sort(attribute='age')|map(attribute='name')|join(',')", "people|sort(attribute='age,name')|map(attribute='name')|list", "words|unique|list", "words|unique(case_sensitive=true)|list", "list|sum", "people|sum(attribute='age')", "list|sum(start=10)", "[1.5, 2]|sum",
             "list|min", "list|max", "words|max", "people|max(attribute='age')", "empty_list|max", "list|reverse|list", "text|reverse", "wide|reverse", "'5'|int", "'5.9'|int", "'x'|int", "'x'|int(7)", "'0x1A'|int(base=16)", "'1010'|int(0, 2)", "5.9|int", "true|int", "none|int", "'-12'|int", "' 12 '|int", "'5.5'|float", "'x'|float", "'x'|float(1.5)", "3|float", "'1e3'|float", "2.5|round", "3.5|round", "2.567|round(2)", "2.567|round(1, 'floor')", "2.123|round(1, 'ceil')", "42|round", "1234|round(-2)", "42.55|round(1)", "-5|abs", "-2.5|abs", "b|abs",
             "-5|abs|string ~ 'x'", "text|string", "5|string|length", "lines|indent", "lines|indent(2, true)", "lines|indent(2, blank=true)", "lines|indent('> ', first=true)", "'a\\n\\nb\\n'|indent(2)", "'a b_c, d-e!'|wordcount", "'%s-%s'|format(1, 'b')", "'%(x)s'|format(x=5)", "[1, 2, 3, 4, 5]|batch(2)|list", "[1, 2, 3]|batch(2, 'x')|list", "[1, 2, 3, 4, 5]|slice(3)|list", "[1, 2, 3, 4, 5]|slice(3, 'x')|list", "text|center(20) ~ '|'", "'abc'|center(6) ~ '|'",
             "undefined_name|default('d')", "undefined_name|d", "none|default('d')", "none|default('d', true)", "empty|default('d', boolean=true)", "zero|d(5, true)", "a|default('d')", "dict.missing|default('d')", "dict|items|list", "empty_dict|items|list", "undefined_name|items|list", "people[0]|dictsort", "dict|dictsort", "dict|dictsort(true)", "{'x': 2, 'y': 1}|dictsort(by='value')", "{'x': 2, 'y': 1}|dictsort(reverse=true)",
             "words|map('upper')|list", "words|map('replace', 'p', 'q')|join(' ')", "people|map(attribute='city.name')|list", "people|map(attribute='city', default='-')|list", "people|map(attribute='name')|map('lower')|list", "list|map('string')|join", "list|select('odd')|list", "list|select|list", "[0, 1, '', 'a', none]|select|list", "[0, 1, '', 'a', none]|reject|list", "list|select('gt', 1)|list", "list|reject('equalto', 2)|list", "list|select('in', [1, 2])|list", "people|selectattr('age', 'eq', 30)|map(attribute='name')|list", "people|selectattr('city')|list|length", "people|selectattr('city', 'defined')|list|length", "people|rejectattr('age', '==', 30)|map(attribute='name')|list", "people|rejectattr('tags')|list|length", "people|selectattr('name', 'in', ['Bo', 'Cy'])|list|length",
             "people|groupby('age')|length", "(list|map('string')) is iterable", "text|truncate(8)", "text|truncate(8, true)", "text|truncate(9, true, '…', 0)", "'foo bar baz qux'|truncate(9)", "'foo bar baz qux'|truncate(9, True)", "'foo bar baz qux'|truncate(11)", "'foo bar baz qux'|truncate(11, False, '...', 0)", "people[0]|attr('name') is defined", "text|upper|lower|title", "(text ~ 1)|upper", "-1|string", "list|first + 1"),
    # tojson.
    *printed("dict|tojson", "people|tojson(indent=2)", "dict|tojson(indent=4)", "wide|tojson", "wide|tojson(ensure_ascii=true)", "'\\x00\\x1f\\x7f\"\\\\/\\b\\f\\n\\r\\t'|tojson", "'\\x7f'|tojson(ensure_ascii=true)", "html|tojson", "[1, 2.0, 1e20, 1.5e-9, true, none]|tojson", "{1: 2, 2.5: 3, none: 4, true: 5}|tojson", "dict|tojson(sort_keys=true)", "dict|tojson(separators=(',', ':'))", "[]|tojson(indent=2)", "{}|tojson(indent=2)", "[[], {}]|tojson(indent=1)", "(1, 2)|tojson", "'x'|tojson|length", "[1, [2]]|tojson(indent='\\t')", "[1]|tojson(indent=0)", "dict|tojson(indent=none)"),
    # Tests.
    *printed("a is defined", "undefined_name is defined", "undefined_name is undefined", "undefined_name is not defined", "nothing is none", "a is not none", "text is string", "a is string", "a is number", "f is number", "yes is number", "a is integer", "yes is integer", "f is float", "a is float", "yes is boolean", "a is boolean", "yes is true", "1 is true", "no is false", "zero is false", "dict is mapping", "list is mapping", "list is iterable", "text is iterable", "a is iterable", "undefined_name is iterable", "dict is iterable", "list is sequence", "text is sequence", "dict is sequence", "a is sequence", "none is iterable", "undefined_name is sequence",
             "(1, 2) is sequence", "range(3) is sequence", "dict.keys() is callable", "a is odd", "a is even", "b is odd", "6 is divisibleby 3", "6 is divisibleby(4)", "a is eq 7", "a is equalto(7)", "a is ne 7", "a is gt 5", "a is ge 7", "a is lt 5", "a is le 7", "a is lessthan 8", "a is greaterthan 8", "1 is in [1, 2]", "1 is not in [1, 2]", "'a' is in 'abc'", "a is sameas a", "none is sameas none", "1 is sameas true", "'abc' is lower", "'ABC' is upper", "'a1' is upper", "range is callable", "a is callable", "'upper' is filter", "'odd' is test", "not a is defined", "a is defined and b is defined", "1 + 1 is defined", "a is not odd or b is odd", "dict.missing is defined", "dict.b is defined", "text.nope is defined", "list[9] is defined", "a is number and a > 5", "('x' if a is odd else 'y')"),
    # Globals.
    *printed("range(5)|list", "range(2, 8, 3)|list", "range(5, 0, -2)|list", "range(0)|list", "range(3)|length", "dict(x=1, y='b')", "dict([('a', 1)], b=2)", "namespace(x=1).x", "namespace({'a': 2}).a", "namespace(x=1).y is defined", "strftime_now('%Y-%m-%d %d %b %B %A %H:%M:%S %j %%')", "strftime_now('')"),
    # Statements.
    "{% for i in list %}{{ i }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% for i in list %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}{{ loop.depth }}{{ loop.depth0 }};{% endfor %}",
    "{% for i in list %}{{ loop.previtem }}<{{ i }}>{{ loop.nextitem }} {% endfor %}",
    "{% for i in list %}{{ loop.previtem is defined }}{{ loop.nextitem is defined }} {% endfor %}",
    "{% for i in range(6) %}{{ loop.cycle('a', 'b', 'c') }}{% endfor %}",
    "{% for i in [1, 1, 2, 2, 1] %}{{ loop.changed(i) }} {% endfor %}",
    "{% for i in [] %}x{% else %}none{% endfor %}|{% for i in [1] %}x{% else %}none{% endfor %}",
    "{% for i in list if i > 1 %}{{ loop.index }}/{{ loop.length }}:{{ i }} {% else %}none{% endfor %}",
    "{% for i in list if i > 9 %}{{ i }}{% else %}none{% endfor %}",
    "{% for k, v in people[0].items() %}{{ k }}={{ v }};{% endfor %}",
    "{% for k, v in people[0]|items %}{{ k }}={{ v }};{% endfor %}",
    "{% for k in dict %}{{ k }} {% endfor %}",
    "{% for c in 'aé日' %}[{{ c }}]{% endfor %}",
    "{% for (a, b), c in [((1, 2), 3)] %}{{ a }}{{ b }}{{ c }}{% endfor %}{{ a }}",
    "{% for x in nothing_here %}x{% else %}empty{% endfor %}",
    "{% for x in 1, 2, 3 %}{{ x }}{% endfor %}",
    "{% for i in range(10) %}{% if i == 2 %}{% continue %}{% elif i == 5 %}{% break %}{% endif %}{{ i }}{% endfor %}",
    "{% for i in range(3) %}{% for j in range(3) %}{% if j == 1 %}{% break %}{% endif %}{{ i }}{{ j }} {% endfor %}{% endfor %}",
    "{% for n in tree recursive %}{{ n.v }}({{ loop(n.c) }}){{ loop.depth }}{% endfor %}",
    "{% for i in list %}{% set x = i %}{% endfor %}{{ x is defined }}",
    "{% set x = 1 %}{% for i in list %}{{ x }}{% set x = i %}{{ x }} {% endfor %}{{ x }}",
    "{% set ns = namespace(n=0) %}{% for i in list %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }} {{ ns }}",
    "{% set ns = namespace() %}{% set ns.a = [1] %}{% set ns.b = ns.a + [2] %}{{ ns.b }}",
    "{% set a, b = 1, 2 %}{{ a }}{{ b }}", "{% set (a, b) = [1, 2] %}{{ a }}{{ b }}", "{% set x = 1, 2 %}{{ x }}",
    "{% set x %}a{{ a }}b{% endset %}[{{ x }}]", "{% set x | upper | trim %} abc {% endset %}[{{ x }}]",
    "{% if yes %}{% set x = 5 %}{% endif %}{{ x }}", "{% if no %}{% set x = 5 %}{% endif %}{{ x is defined }}",
    "{% if zero %}a{% elif empty %}b{% elif a > 5 %}c{% else %}d{% endif %}", "{% if undefined_name %}a{% else %}b{% endif %}",
    "{% if not list or a == 7 and b %}x{% endif %}",
    "{% macro m(x, y=2, z='q') %}{{ x }}{{ y }}{{ z }}{% endmacro %}{{ m(1) }} {{ m(1, 5) }} {{ m(y=3, x=9) }} {{ m() }} {{ m(1, z=a) }}",
    "{% macro m(x, y=x) %}{{ y }}{% endmacro %}{{ m(4) }}",
    "{% macro m() %}{{ varargs }} {{ kwargs }}{% endmacro %}{{ m(1, 2, k=3) }}",
    "{% macro m() %}{{ g }}{% endmacro %}{% set g = 5 %}{{ m() }}",
    "{% set g = 1 %}{% macro m() %}{% set g = 2 %}{{ g }}{% endmacro %}{{ m() }}{{ g }}",
    "{% macro f(n) %}{{ n }}{% if n > 0 %},{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(5) }}",
    "{% macro m() %} x {% endmacro %}{{ m()|trim ~ '!' }}{{ m() | length }}{{ m.name }}",
    "{% macro outer() %}[{{ caller('a') }}]{% endmacro %}{% call(v) outer() %}{{ v }}{{ a }}{% endcall %}",
    "{% macro outer() %}[{{ caller() }}{{ caller() }}]{% endmacro %}{% call outer() %}x{% endcall %}",
    "{% filter upper %}abc {{ text }}{% endfilter %}", "{% filter replace('a', 'b')|upper %}aac{% endfilter %}",
    "{% with x = 1, y = 2 %}{{ x }}{{ y }}{% endwith %}{{ x is defined }}", "{% with %}{% set q = 1 %}{{ q }}{% endwith %}{{ q is defined }}",
    "{% generation %}abc{{ a }}{% endgeneration %}", "{% generation %}{% set inner = 1 %}{{ inner }}{% endgeneration %}{{ inner is defined }}",
    "{% raw %}{{ not }} {% this %}{% endraw %}", "a {%- raw -%}  {{ x }}  {%- endraw -%}  b", "x\n  {% raw %}\n y {% endraw %}\nz",
    "a{# comment #}b", "a {#- comment -#} b", "a\n  {# comment #}\nb", "{# {{ }} {% %} #}x", "a{#+ c +#}\nb",
    "{% set j = joiner(', ') %}{{ j() }}a{{ j() }}b{{ j() }}c", "{% set c = cycler('x', 'y') %}{{ c.next() }}{{ c.next() }}{{ c.next() }}{{ c.current }}{{ c.reset() }}{{ c.next() }}",
    "{{ [1, 2]|map('string')|first }}{{ 'x' if [] | map('string') else 'y' }}", "{% set g = [1, 2]|map('string') %}{{ g|list }}{{ g|list }}",
    "{% for g in people|groupby('age') %}{{ g.0 }}:{{ g[1]|map(attribute='name')|join(',') }};{% endfor %}",
    "{% for age, group in people|groupby('age') %}{{ age }}:{{ group|length }};{% endfor %}",
    # White space.
    "a\n{% if yes %}\nb\n{% endif %}\nc", "a\n  {% if yes %}  \n  b\n  {% endif %}  \nc\n", "  {{ a }}  \n  {{- a -}}  \n  b", "a  {%- if yes -%}  b  {%- endif -%}  c", "a\n\n{%- if yes %}\n\nb{% endif +%}\nc", "a\n    {%+ if yes %}b\n    {%+ endif %}\n c",
    "  {% set x = 1 %}\n  x\n", "{% if yes %}\n\n  a\n\n{% endif %}\n\n", "\n\n{{ a }}\n\n", "a\r\n{% if yes %}\r\nb\r\n{% endif %}\r\n", "a {{- ' b ' -}} c", "{{-a-}}", "{%if yes%}x{%endif%}", "x {% if yes %} {% endif %}\ny", "\t {% if yes %}\t\nz{% endif %}", "a\n \u00a0 {% if yes %}b{% endif %}", "{{ a\n}}{{\nb }}", "text with { braces } and % and # signs", "{ { a } }", "{{ '{{' }}{{ '}}' }}{{ '%}' }}", "{{ {'a': {'b': 1}}['a'] }}", "{{ {'a': {'b': 1}} }}",
    "a\n{%- set x = 1 -%}\n{%- set y = 2 -%}\nb", "{% for i in list %}\n{{ i }}\n{% endfor %}\nend", "{% for i in list -%}\n  {{ i }}\n{%- endfor %}", "line\n  {#- c #}\n  x", "x{# c #}\n{# d #}\ny", "", "\n", "plain", " {{ a }}\n {% if yes %}b{% endif %}\n",
    # Calls.
    *printed("range(*[1, 4])|list", "namespace(**{'x': 5}).x", "'{} {}'.format(*['a', 'b'])", "'{x}'.format(**{'x': 1})", "(text|upper).lower()", "text.split(', ')[1].upper()[0]", "[text.upper(), text.lower()][1]", "text is defined and text.startswith('H')", "dict.get('a')[0]", "{'f': 1}.f", "'a,b'.split(',')|length", "(1, 2)[0]", "[[1, 2], [3]][0][1]", "'abc'|list|last", "not 'x' in 'abc'", "'x' not in 'abc' and true"),
]

REFUSED = [
    # Syntax.
    "{{ }}", "{{ a", "{% if a %}", "{% endif %}", "{% for x %}{% endfor %}", "{{ a b }}", "{{ 'abc }}", "{% unknown %}", "{{ a | unknown }}", "{{ a is unknown }}", "{# open", "{% raw %} open", "{{ (a }}", "{{ [1, 2 }}", "{{ a) }}", "{{ a ! b }}", "{% set 1 = 2 %}", "{% set true = 2 %}", "{% break %}", "{% for x in y %}{% endif %}", "{{ a.|b }}", "{{ {'a' 1} }}", "{% macro %}{% endmacro %}", "{{ 1 +", "{{ f(a=1, 2) }}", "{% if %}x{% endif %}", "{{ a is defined is defined }}", "{{ a | }}", "{% macro m(a=1, b) %}{% endmacro %}", "{% call a %}{% endcall %}",
    # Evaluation.
    "{{ undefined_name.x }}", "{{ undefined_name + 1 }}", "{{ undefined_name() }}", "{{ dict.missing.deeper }}", "{{ none.x.y }}", "{{ 1 / 0 }}", "{{ 1 // 0 }}", "{{ 1 % 0 }}", "{{ 'a' + 1 }}", "{{ 1 + 'a' }}", "{{ [1] + (2,) }}", "{{ none + 1 }}", "{{ 1 < 'a' }}", "{{ none < 1 }}", "{{ undefined_name < 1 }}", "{{ 1 in 'abc' }}", "{{ 1 in 5 }}", "{{ a() }}", "{{ text.nope() }}", "{% for x in 5 %}{% endfor %}", "{% for x in none %}{% endfor %}", "{% for a, b in [1] %}{% endfor %}", "{% for a, b in [[1, 2, 3]] %}{% endfor %}", "{% set ns = 5 %}{% set ns.x = 1 %}", "{{ raise_exception('no') }}", "{{ list.append(1) }}", "{{ dict.update({}) }}", "{{ range(1000000) }}",
    "{{ 5|length }}", "{{ (list|map('string'))|length }}", "{{ undefined_name|tojson }}", "{{ range|tojson }}", "{{ 'x'|abs }}", "{{ 'x'|round }}", "{{ 5|list }}", "{{ 5|join(',') }}", "{{ [1, 'a']|sort }}", "{{ [1, none]|max }}", "{{ 'abc'.split('') }}", "{{ 'abc'.index('z') }}", "{{ [1].index(5) }}", "{% macro m(x) %}{% endmacro %}{{ m(1, 2) }}", "{% macro m(x) %}{% endmacro %}{{ m(q=1) }}", "{{ text.upper(1) }}", "{{ '{}'.format() }}", "{{ '%d' % 'x' }}", "{{ '%s %s' % (1,) }}", "{{ text[0:'x'] }}", "{{ list[::0] }}", "{{ -text }}", "{{ list['a'].b }}", "{{ undefined_name|int }}", "{{ 5|items|list }}", "{{ 5|dictsort }}", "{% set a, b = [1, 2, 3] %}", "{{ people|map('unknown')|list }}", "{{ people|selectattr('age', 'unknown')|list }}", "{{ loop.index }}", "{{ none|first }}", "{{ [1, 2]|join(1, 2, 3) }}", "{{ a is divisibleby 0 }}", "{{ 'a' is odd }}", "{{ 'abc'|batch(2) |length}}",
]
