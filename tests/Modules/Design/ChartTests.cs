using Suiying.Design;

namespace Suiying.Tests.Design;

public sealed class ChartTests
{
    [Fact]
    public void More_lines_than_can_be_told_apart_are_not_drawn()
    {
        var lines = Enumerable.Range(0, ChartPicture.MostLines + 1).Select(i => new ChartSeries(i)).ToList();
        Assert.Throws<ArgumentException>(() => ChartPicture.Lines(lines));
        Assert.Throws<ArgumentException>(() => ChartPicture.Lines());
        Assert.Equal(ChartPicture.MostLines, ChartPicture.Lines(lines[..^1]).Series.Count);
    }
}
