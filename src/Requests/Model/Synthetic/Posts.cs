using System.Security.Cryptography;
using System.Text;

namespace Suiying.Requests.Model.Synthetic;

/// <summary>Who acts in generated stories: posts without a person behind them, each marked 演示.</summary>
internal sealed class Posts(string hotline, IReadOnlyDictionary<string, IReadOnlyList<Actor>> known)
{
    private static readonly string[] Ordinals = ["一", "二", "三", "四"];

    private readonly Actor[] agents = Make("话务", Role.Agent, hotline);
    private readonly Actor[] dispatchers = Make("派单", Role.Dispatcher, hotline);
    private readonly Actor[] reviewers = Make("审核", Role.Reviewer, hotline);
    private readonly Actor[] supervisors = Make("督办", Role.Supervisor, hotline);
    private readonly Actor[] callers = Make("回访", Role.Callback, hotline);
    private readonly Dictionary<string, IReadOnlyList<Actor>> handlers = new(known);

    public Actor Agent(Chance chance) => chance.One(agents);

    public Actor Dispatcher(Chance chance) => chance.One(dispatchers);

    public Actor Reviewer(Chance chance) => chance.One(reviewers);

    public Actor Caller(Chance chance) => chance.One(callers);

    /// <summary>Always the first of them: whoever decides rarely is worth no chance.</summary>
    public Actor Supervisor => supervisors[0];

    public Actor Handler(string unit, Chance chance)
    {
        if (!handlers.TryGetValue(unit, out var posts))
            handlers[unit] = posts = Make("承办", Role.UnitHandler, unit)[..2];
        return chance.One(posts);
    }

    private static Actor[] Make(string duty, Role role, string unit) =>
        [
            .. Ordinals.Select(ordinal => new Actor
            {
                Id = IdOf($"{unit}/{duty}{ordinal}"),
                Name = $"{duty}{ordinal}岗（演示）",
                Roles = new HashSet<Role> { role },
                UnitCode = unit,
            }),
        ];

    /// <summary>The same post has the same id in every generation.</summary>
    private static Guid IdOf(string post) => new(SHA256.HashData(Encoding.UTF8.GetBytes(post)).AsSpan(0, 16));
}
