using CsCheck;
using Suiying.Engines.Statistics;

namespace Suiying.Tests.Engines.Statistics;

/// <summary>Counts that are hidden stay hidden: against every table that a reader could think of, and against tables by hand.</summary>
public class SmallCellsTests
{
    private const int Least = 3;
    private const int Largest = 4;

    /// <summary>As far as readings are tried: a count that moves by as much as the largest moves no other further.</summary>
    private const int Most = 2 * Largest;

    private static readonly Gen<int[,]> Tables = Gen.Int[0, Largest].Array2D[2, 3];

    /// <summary>Rows and columns with their sums and the sum of all.</summary>
    private sealed class Table
    {
        private readonly int[,] arcs;

        public Table(int[,] cells)
        {
            var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
            (Cells, arcs) = (WithSums(cells), new int[rows + 1, columns + 1]);
            var row = Enumerable.Range(0, rows + 1).Select(_ => Network.Node()).ToArray();
            var column = Enumerable.Range(0, columns + 1).Select(_ => Network.Node()).ToArray();
            for (var r = 0; r <= rows; r++)
            for (var c = 0; c <= columns; c++)
            {
                // Sums flow the other way, so that every node is balanced.
                var back = (r == rows) != (c == columns);
                arcs[r, c] = back ? Network.Add(row[r], column[c], Cells[r, c]) : Network.Add(column[c], row[r], Cells[r, c]);
            }
        }

        public CountNetwork Network { get; } = new();

        public int[,] Cells { get; }

        public int Arc(int row, int column) => arcs[row, column];

        public static int[,] WithSums(int[,] cells)
        {
            var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
            var all = new int[rows + 1, columns + 1];
            for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
            {
                all[r, c] = cells[r, c];
                all[r, columns] += cells[r, c];
                all[rows, c] += cells[r, c];
                all[rows, columns] += cells[r, c];
            }
            return all;
        }
    }

    [Fact]
    public void A_small_count_in_a_row_hides_another_of_the_row_and_of_the_column()
    {
        var table = new Table(
            new[,]
            {
                { 2, 50, 60 },
                { 40, 9, 70 },
                { 80, 90, 30 },
            }
        );
        var hidden = SmallCells.Hide(table.Network, Least);
        // The cheapest cycle of four: row 0 and 1, columns 0 and 1.
        Assert.Equal(
            [(0, 0), (0, 1), (1, 0), (1, 1)],
            from row in Enumerable.Range(0, 4)
            from column in Enumerable.Range(0, 4)
            where hidden[table.Arc(row, column)]
            select (row, column)
        );
        Assert.Equal((0, 42), SmallCells.Range(table.Network, hidden, table.Arc(0, 0), 100));
    }

    [Fact]
    public void Where_nothing_is_small_nothing_is_hidden_and_zero_is_not_small()
    {
        var table = new Table(
            new[,]
            {
                { 3, 0 },
                { 5, 4 },
            }
        );
        Assert.DoesNotContain(true, SmallCells.Hide(table.Network, Least));
    }

    [Fact]
    public void A_sum_that_is_not_the_sum_of_its_parts_is_refused()
    {
        var network = new CountNetwork();
        var (a, b) = (network.Node(), network.Node());
        network.Add(a, b, 5);
        network.Add(b, a, 4);
        Assert.Contains(
            "off by",
            Assert.Throws<InvalidOperationException>(() => SmallCells.Hide(network, Least)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void No_reader_of_the_published_counts_can_exclude_that_a_small_one_is_nothing_or_large() =>
        Tables.Sample(
            cells =>
            {
                var table = new Table(cells);
                var hidden = SmallCells.Hide(table.Network, Least);
                var possible = Readings(table, hidden);
                for (var r = 0; r <= 2; r++)
                for (var c = 0; c <= 3; c++)
                {
                    var (arc, count) = (table.Arc(r, c), table.Cells[r, c]);
                    if (count is > 0 and < Least)
                    {
                        Assert.True(hidden[arc]);
                        Assert.Contains(possible, p => p[r, c] == 0);
                        Assert.Contains(possible, p => p[r, c] >= Least);
                    }
                    else if (!hidden[arc])
                        Assert.All(possible, p => Assert.Equal(count, p[r, c]));
                }
            },
            iter: 60
        );

    [Fact]
    public void What_a_reader_can_tell_is_exactly_the_range() =>
        Tables.Sample(
            cells =>
            {
                var table = new Table(cells);
                var hidden = SmallCells.Hide(table.Network, Least);
                var possible = Readings(table, hidden);
                for (var r = 0; r < 2; r++)
                for (var c = 0; c < 3; c++)
                {
                    var (low, high) = SmallCells.Range(table.Network, hidden, table.Arc(r, c), Largest);
                    Assert.Equal(possible.Min(p => p[r, c]), low);
                    Assert.Equal(Math.Min(possible.Max(p => p[r, c]), Math.Max(Largest, low)), high);
                }
            },
            iter: 60
        );

    /// <summary>All tables, with inner counts up to <see cref="Most"/>, that show what is published of this one.</summary>
    private static List<int[,]> Readings(Table table, bool[] hidden)
    {
        var found = new List<int[,]>();
        var tried = new int[2, 3];
        void Try(int place)
        {
            if (place == 6)
            {
                var all = Table.WithSums(tried);
                for (var r = 0; r <= 2; r++)
                for (var c = 0; c <= 3; c++)
                    if (!hidden[table.Arc(r, c)] && all[r, c] != table.Cells[r, c])
                        return;
                found.Add(all);
                return;
            }
            var (row, column) = (place / 3, place % 3);
            if (place == 3 && !hidden[table.Arc(0, 3)] && tried[0, 0] + tried[0, 1] + tried[0, 2] != table.Cells[0, 3])
                return;
            var open = !hidden[table.Arc(row, column)];
            var (from, to) = open ? (table.Cells[row, column], table.Cells[row, column]) : (0, Most);
            for (tried[row, column] = from; tried[row, column] <= to; tried[row, column]++)
                Try(place + 1);
        }
        Try(0);
        return found;
    }
}
