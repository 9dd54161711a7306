using System.Text.Json.Serialization;
using Suiying.Engines.Text;

namespace Suiying.Knowledge.Model;

/// <summary>知识内容: what one version of an item says. A published one never changes.</summary>
public sealed record KnowledgeContent
{
    public required string Title { get; init; }

    /// <summary>The same question in other words, as people ask it.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    public required string Answer { get; init; }

    /// <summary>What the answer rests on, as the owner cites it.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>Code of the area in which it holds; null means the whole city.</summary>
    public string? Area { get; init; }

    /// <summary>Code of a category, or null.</summary>
    public string? Category { get; init; }

    public Audience Audience { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What to bring.</summary>
    public string Materials { get; init; } = "";

    public string Place { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Hours { get; init; } = "";

    public DateOnly? From { get; init; }

    /// <summary>The last day on which it holds; null without an end.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The owner looks at it at least once in so many days.</summary>
    public int ReviewCycleDays { get; init; } = DefaultCycle;

    public string SourceUrl { get; init; } = "";

    public string DocumentNumber { get; init; } = "";

    /// <summary>Half a year. 示例</summary>
    public const int DefaultCycle = 180;

    /// <summary>The index of an item: each token once, with the weight of the best place where it stands.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, int> Words
    {
        get
        {
            var words = new Dictionary<string, int>(StringComparer.Ordinal);
            Add(1, string.Join('\n', [Answer, Materials, Place, .. Bases, DocumentNumber]));
            Add(5, string.Join('\n', Tags));
            Add(8, string.Join('\n', Variants));
            Add(10, Title);
            return words;

            void Add(int weight, string text)
            {
                foreach (var token in Bigrams.ForIndex(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    words[token] = weight;
            }
        }
    }
}
