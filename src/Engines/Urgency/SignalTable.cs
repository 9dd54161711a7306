using System.Globalization;

namespace Suiying.Engines.Urgency;

/// <summary>What a guard word does to the signals near it; guards.txt says it of each.</summary>
internal enum GuardKind
{
    Mask,
    Negation,
    Past,
    Year,
    Now,
    Settled,
    Wish,
    Advice,
    Topic,
    Figure,
}

/// <summary>Families of words that mean something when they meet within a window.</summary>
/// <param name="Kind">What the meeting tells of.</param>
/// <param name="Grade">1 or 2.</param>
/// <param name="Window">Most characters from the first word's start to the last one's end.</param>
/// <param name="Terms">Families that must all occur.</param>
/// <param name="Not">Family that must not occur within the window's reach, or null.</param>
internal sealed record SignalRule(DangerKind Kind, int Grade, int Window, IReadOnlyList<int> Terms, int? Not);

/// <summary>The words, rules and guards of the embedded files signals.txt and guards.txt.</summary>
internal sealed class SignalTable
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> families = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> terms = new(StringComparer.Ordinal);
    private readonly List<List<int>> termsOfWord = [];
    private readonly List<List<GuardKind>> guardsOfWord = [];
    private readonly List<SignalRule> rules = [];
    private readonly Dictionary<char, char> folds = [];

    private SignalTable()
    {
        foreach (var line in Lines("guards.txt"))
            TakeGuard(line);
        foreach (var line in Lines("signals.txt"))
            TakeSignal(line);
        Words = new WordIndex([.. ids.Keys]);
        RulesOfTerm = [.. Enumerable.Range(0, terms.Count).Select(term => rules.Where(r => r.Terms.Contains(term)).ToArray())];
    }

    public static SignalTable Shipped { get; } = new();

    public WordIndex Words { get; }

    public IReadOnlyList<SignalRule> Rules => rules;

    public SignalRule[][] RulesOfTerm { get; }

    public int TermCount => terms.Count;

    public IReadOnlyList<int> TermsOf(int word) => termsOfWord[word];

    public IReadOnlyList<GuardKind> GuardsOf(int word) => guardsOfWord[word];

    /// <summary>The character under which the tables know it: half width, lower case, the right one of those that are often confused.</summary>
    public char Fold(char typed)
    {
        var plain = typed is >= '\uFF01' and <= '\uFF5E' ? (char)(typed - 0xFEE0) : typed;
        plain = char.ToLowerInvariant(plain);
        return folds.GetValueOrDefault(plain, plain);
    }

    private static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(SignalTable).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')];
    }

    private void TakeGuard(string line)
    {
        var (kind, words) = Cut(line, ' ');
        if (kind == "Fold")
        {
            foreach (var pair in words.Split(' '))
                folds.Add(pair[0], pair[1]);
            return;
        }
        foreach (var word in Alternatives(words))
            guardsOfWord[IdOf(word)].Add(Enum.Parse<GuardKind>(kind));
    }

    private void TakeSignal(string line)
    {
        if (line[0] == '@')
        {
            var (name, words) = Cut(line, ' ');
            families.Add(name, words);
            return;
        }
        var parts = line.Split(' ', 4);
        var (wanted, unwanted) = Cut(parts[3], " - ");
        rules.Add(
            new SignalRule(
                Enum.Parse<DangerKind>(parts[0]),
                int.Parse(parts[1], CultureInfo.InvariantCulture),
                int.Parse(parts[2], CultureInfo.InvariantCulture),
                [.. wanted.Split(" + ").Select(TermOf)],
                unwanted.Length > 0 ? TermOf(unwanted) : null
            )
        );
    }

    private int TermOf(string pattern)
    {
        if (terms.TryGetValue(pattern, out var known))
            return known;
        var term = terms.Count;
        terms.Add(pattern, term);
        foreach (var word in Alternatives(pattern).Distinct())
            termsOfWord[IdOf(word)].Add(term);
        return term;
    }

    private IEnumerable<string> Alternatives(string pattern) =>
        pattern.Split('|').SelectMany(word => word[0] == '@' ? Alternatives(families[word]) : [string.Concat(word.Select(Fold))]);

    private int IdOf(string word)
    {
        if (ids.TryGetValue(word, out var known))
            return known;
        ids.Add(word, ids.Count);
        termsOfWord.Add([]);
        guardsOfWord.Add([]);
        return ids.Count - 1;
    }

    private static (string Before, string After) Cut(string line, char at) => Cut(line, at.ToString());

    private static (string Before, string After) Cut(string line, string at)
    {
        var found = line.IndexOf(at, StringComparison.Ordinal);
        return found < 0 ? (line, "") : (line[..found], line[(found + at.Length)..]);
    }
}
