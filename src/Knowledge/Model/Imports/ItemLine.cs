using Suiying.Engines.Tables;

namespace Suiying.Knowledge.Model;

/// <summary>导入的一条: one item as a file says it.</summary>
/// <param name="Row">Of the table, or the paragraph of the document.</param>
/// <param name="Owner">Code of the unit that answers for it.</param>
/// <param name="Number">Its number where it came from, or null.</param>
/// <param name="Content">What it says.</param>
/// <param name="More">Cells of columns that are not the item's own.</param>
public sealed record ItemLine(int Row, string Owner, string? Number, KnowledgeContent Content, IReadOnlyDictionary<string, string> More);

/// <summary>导入的文件: what a file holds and what is wrong with it.</summary>
/// <param name="Lines">Good items, in the file's order.</param>
/// <param name="Problems">Of bad rows, with what would be right.</param>
public sealed record ItemFile(IReadOnlyList<ItemLine> Lines, IReadOnlyList<RowProblem> Problems)
{
    /// <summary>Rows with something wrong.</summary>
    public int Bad => Problems.Select(p => p.Row).Distinct().Count();
}
