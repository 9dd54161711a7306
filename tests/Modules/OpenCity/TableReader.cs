using System.Numerics;
using Suiying.Contracts.Registry;

namespace Suiying.Tests.OpenCity;

/// <summary>
/// Somebody who has all published tables of a month and wants what is hidden in them: knows what sums to what, that no count is below zero, and how to solve
/// equations. Written without the code that hides.
/// </summary>
internal sealed class TableReader
{
    private readonly Dictionary<(string Area, string Category), int?> published;
    private readonly List<(string Area, string Category)> unknown = [];
    private readonly List<(List<int> Plus, List<int> Minus, int Known)> equations = [];

    /// <param name="lines">As they are published; a line that is not there is zero.</param>
    /// <param name="city">For what is a part of what.</param>
    public TableReader(IEnumerable<(string Area, string Category, int? Count)> lines, CitySnapshot city)
    {
        published = lines.ToDictionary(l => (l.Area, l.Category), l => l.Count);
        unknown.AddRange(published.Where(p => p.Value is null).Select(p => p.Key));
        string[] AreasOf(string area) =>
            With(city.Areas.Children(area).Where(a => a.Level is not AreaLevel.Village).Select(a => a.Code), area);
        string[] CategoriesOf(string category) =>
            With(city.Categories.Children(category).Where(c => c.Successor is null).Select(c => c.Code), category);
        var (whole, counties, roots) = (city.City.Code, AreasOf(city.City.Code), CategoriesOf(""));
        foreach (var area in city.Areas.All.Where(a => a.Level is not AreaLevel.Village))
            Add((area.Code, ""), AreasOf(area.Code).Select(part => (part, "")));
        foreach (var category in city.Categories.All)
            Add((whole, category.Code), CategoriesOf(category.Code).Select(part => (whole, part)));
        Add((whole, ""), roots.Select(root => (whole, root)));
        foreach (var county in counties)
            Add((county, ""), roots.Select(root => (county, root)));
        foreach (var root in roots)
            Add((whole, root), counties.Select(county => (county, root)));
    }

    public IReadOnlyList<(string Area, string Category)> Hidden => unknown;

    /// <summary>The hidden counts that follow from the published ones by subtracting, in however many steps.</summary>
    public IEnumerable<(string Area, string Category)> Solved()
    {
        var rows = equations.ConvertAll(e =>
        {
            var row = new Fraction[unknown.Count];
            Array.Fill(row, Fraction.Zero);
            foreach (var i in e.Plus)
                row[i] += Fraction.One;
            foreach (var i in e.Minus)
                row[i] -= Fraction.One;
            return row;
        });
        var pivot = 0;
        for (var column = 0; column < unknown.Count && pivot < rows.Count; column++)
        {
            var found = rows.FindIndex(pivot, r => !r[column].IsZero);
            if (found < 0)
                continue;
            (rows[pivot], rows[found]) = (rows[found], rows[pivot]);
            var by = rows[pivot][column];
            for (var c = column; c < unknown.Count; c++)
                rows[pivot][c] /= by;
            foreach (var row in rows.Where((r, i) => i != pivot && !r[column].IsZero))
            {
                var times = row[column];
                for (var c = column; c < unknown.Count; c++)
                    row[c] -= times * rows[pivot][c];
            }
            pivot++;
        }
        // A row with one unknown tells it.
        return rows.Where(r => r.Count(f => !f.IsZero) == 1).Select(r => unknown[Array.FindIndex(r, f => !f.IsZero)]);
    }

    /// <summary>Between what the hidden counts must lie, as far as drawing conclusions from one equation after the other leads.</summary>
    public IReadOnlyDictionary<(string Area, string Category), (int Low, int High)> Bounds()
    {
        const int Far = 1_000_000;
        // Conclusions may go on for ever, by one each time; what is small is found within a few rounds or never.
        const int Rounds = 25;
        var (low, high) = (new int[unknown.Count], Enumerable.Repeat(Far, unknown.Count).ToArray());
        var changed = true;
        for (var round = 0; changed && round < Rounds; round++)
        {
            changed = false;
            foreach (var (plus, minus, known) in equations)
            foreach (var (own, other, sign) in plus.Select(i => (i, plus, 1)).Concat(minus.Select(i => (i, minus, -1))).ToList())
            {
                // The sum of plus less the sum of minus is known.
                var (mine, others) = sign == 1 ? (plus, minus) : (minus, plus);
                var most = sign * known + others.Sum(i => (long)high[i]) - mine.Where(i => i != own).Sum(i => (long)low[i]);
                var least = sign * known + others.Sum(i => (long)low[i]) - mine.Where(i => i != own).Sum(i => (long)high[i]);
                if (most < high[own])
                    (high[own], changed) = ((int)most, true);
                if (least > low[own])
                    (low[own], changed) = ((int)least, true);
            }
        }
        return unknown.Select((key, i) => (key, (low[i], high[i]))).ToDictionary(p => p.key, p => p.Item2);
    }

    private void Add((string, string) whole, IEnumerable<(string, string)> parts)
    {
        var all = parts.ToList();
        if (all.Count == 0)
            return;
        var (plus, minus, known) = (new List<int>(), new List<int>(), 0);
        foreach (var part in all)
            if (Known(part) is { } count)
                known -= count;
            else
                plus.Add(unknown.IndexOf(part));
        if (Known(whole) is { } sum)
            known += sum;
        else
            minus.Add(unknown.IndexOf(whole));
        equations.Add((plus, minus, known));
    }

    private int? Known((string, string) key) => published.TryGetValue(key, out var count) ? count : 0;

    private static string[] With(IEnumerable<string> parts, string whole) =>
        parts.ToArray() is { Length: > 0 } all ? [.. all, $"{whole}-"] : [];

    /// <summary>Exact, since a number that is nearly zero would hide what can be solved.</summary>
    private readonly record struct Fraction(BigInteger Above, BigInteger Below)
    {
        public static readonly Fraction Zero = new(0, 1);
        public static readonly Fraction One = new(1, 1);

        public bool IsZero => Above.IsZero;

        public static Fraction operator +(Fraction a, Fraction b) => Short(a.Above * b.Below + b.Above * a.Below, a.Below * b.Below);

        public static Fraction operator -(Fraction a, Fraction b) => Short(a.Above * b.Below - b.Above * a.Below, a.Below * b.Below);

        public static Fraction operator *(Fraction a, Fraction b) => Short(a.Above * b.Above, a.Below * b.Below);

        public static Fraction operator /(Fraction a, Fraction b) => Short(a.Above * b.Below, a.Below * b.Above);

        private static Fraction Short(BigInteger above, BigInteger below)
        {
            var common = BigInteger.GreatestCommonDivisor(above, below) * (below.Sign < 0 ? -1 : 1);
            return new(above / common, below / common);
        }
    }
}
