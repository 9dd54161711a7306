using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Suiying.Design.Documents;
using Suiying.Kernel;

namespace Suiying.Design;

/// <summary>表格下载: the same lines as CSV or as Excel workbook, as the ending of the address asks.</summary>
public static class TableDownload
{
    /// <summary>The end of a route: <c>/board.csv</c> or <c>/board.xlsx</c>.</summary>
    public const string Ending = "{ending:regex(^(csv|xlsx)$)}";

    /// <param name="ending">What the route's end matched.</param>
    /// <param name="name">Name of the file, without ending.</param>
    /// <param name="sheet">What the tab of a workbook says.</param>
    /// <param name="lines">The head first.</param>
    public static FileContentHttpResult Of(string ending, string name, string sheet, IEnumerable<IEnumerable<string>> lines) =>
        ending == "xlsx"
            ? TypedResults.File(ExcelFile.Of([new Sheet(sheet, lines)]), ExcelFile.ContentType, $"{name}.xlsx")
            : TypedResults.File(CsvText.Rows(lines, first: true), "text/csv; charset=utf-8", $"{name}.csv");
}
