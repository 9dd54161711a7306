using CsCheck;
using Suiying.Engines.Dispatch;

namespace Suiying.Tests.Engines.Dispatch;

/// <summary>A district made up for tests: decisions of four units over two years, drawn at random.</summary>
internal static class District
{
    public static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly DispatchFields Fields = new()
    {
        What = ["sub", "main"],
        Where = ["community", "street"],
        How = ["source"],
    };

    public static readonly DispatchUnit[] Units =
    [
        new("U1", "东一街道执法队"),
        new("U2", "东二街道执法队"),
        new("U3", "水务局"),
        new("U4", "园林所（东一街道办事处）"),
    ];

    public static readonly Gen<(DispatchMatter Matter, DispatchUnit Unit)> Decision = Gen.Select(
        Gen.Int[0, 5],
        Gen.Int[0, 3],
        Gen.Int[0, 2],
        Gen.Int[0, 700],
        Gen.Int[0, 3],
        (sub, community, source, day, unit) => (Matter(sub, community, source, Start.AddDays(day)), Units[unit])
    );

    public static readonly Gen<(DispatchMatter Matter, DispatchUnit Unit)[]> Decisions = Decision.Array[1, 60];

    public static DispatchMatter Matter(int sub, int community, int source, DateTimeOffset at) =>
        new()
        {
            Codes = [$"s{sub}", $"m{sub / 2}", community == 0 ? "" : $"c{community}", $"d{community / 2}", $"q{source}"],
            At = at,
            Places = [$"社区{community}号", community / 2 == 0 ? "东一街道" : "东二街道"],
        };

    public static DispatchModel Learnt(IEnumerable<(DispatchMatter Matter, DispatchUnit Unit)> decisions)
    {
        var model = new DispatchModel(Fields);
        foreach (var (matter, unit) in decisions)
            model.Learn(matter, unit);
        return model;
    }

    /// <summary>All that a model says of a matter, in words that can be compared.</summary>
    public static string Says(DispatchModel model, DispatchMatter matter) =>
        string.Join(
            '\n',
            model
                .Propose(matter, int.MaxValue)
                .Select(p =>
                    $"{p.Unit} {p.Probability:R} {p.Evidence?.Went}/{p.Evidence?.Of} {p.Evidence?.Since} {string.Join('+', p.Evidence?.Fields ?? [])}"
                )
        );

    public static byte[] Saved(DispatchModel model)
    {
        using var memory = new MemoryStream();
        model.Save(memory);
        return memory.ToArray();
    }

    public static DispatchModel Loaded(byte[] bytes)
    {
        using var memory = new MemoryStream(bytes);
        return DispatchModel.Load(memory);
    }
}
