#:package DuckDB.NET.Data.Full
#:package Npgsql.EntityFrameworkCore.PostgreSQL
#:property RestorePackagesWithLockFile=false
// Sums of a month of scores, three ways: stored and moved by each event, summed by PostgreSQL from the rows, summed by DuckDB from the same rows.
// dotnet run benchmarks/scores/columns.cs "Host=127.0.0.1;Username=suiying;Database=suiying" 2026-10-01
using System.Data.Common;
using System.Diagnostics;
using DuckDB.NET.Data;
using Npgsql;

if (args is not [var connection, var month] || !DateOnly.TryParseExact(month, "yyyy-MM-dd", out _))
{
    Console.Error.WriteLine("Two arguments: what Npgsql connects with, and the first day of a month such as 2026-10-01.");
    return 1;
}
const int Calls = 60;
using var postgres = new NpgsqlConnection(connection + ";Options=-c jit=off -c max_parallel_workers_per_gather=0");
postgres.Open();
var folder = Directory.CreateTempSubdirectory("columns");
var file = Path.Combine(folder.FullName, "scores.duckdb");
var duck = new DuckDBConnection($"Data Source={file}");
duck.Open();

var began = Stopwatch.GetTimestamp();
foreach (var table in new[] { "scores_callbacks", "scores_work_rows" })
{
    var csv = Path.Combine(folder.FullName, table + ".csv");
    using (var source = postgres.BeginTextExport($"COPY {table} TO STDOUT (FORMAT csv, HEADER)"))
    using (var target = File.CreateText(csv))
    {
        var buffer = new char[1 << 20];
        for (int n; (n = source.Read(buffer)) > 0; )
            target.Write(buffer, 0, n);
    }
    Do(duck, $"CREATE TABLE {table} AS SELECT * FROM read_csv('{csv}')");
    File.Delete(csv);
}
Do(duck, "CHECKPOINT");
Console.WriteLine($"DuckDB filled in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, {new FileInfo(file).Length / 1e6:0} MB");

const string Sum = """SELECT "Unit", "Figures", count(*) FROM scores_work_rows WHERE "Month" = '{0}' GROUP BY 1, 2""";
const string Rates =
    """SELECT "Unit", "Contacted", "Solved", "Satisfied", "Excluded", count(*) FROM scores_callbacks WHERE "Month" = '{0}' GROUP BY 1, 2, 3, 4, 5""";
Time("stored sums of work", postgres, """SELECT * FROM scores_work WHERE "Month" = '{0}'""");
Time("stored sums of callbacks", postgres, """SELECT * FROM scores_sums WHERE "Month" = '{0}'""");
Time("PostgreSQL, rows of work", postgres, Sum, 8);
Time("PostgreSQL, callbacks", postgres, Rates, 8);
Time("DuckDB, rows of work", duck, Sum);
Time("DuckDB, callbacks", duck, Rates);

// An event: one callback leaves and comes again.
var times = new List<double>();
using var one = duck.CreateCommand();
one.CommandText = """SELECT CAST("RequestId" AS VARCHAR) FROM scores_callbacks USING SAMPLE 60""";
var ids = new List<string>();
using (var reader = one.ExecuteReader())
    while (reader.Read())
        ids.Add(reader.GetString(0));
foreach (var id in ids)
{
    var start = Stopwatch.GetTimestamp();
    Do(
        duck,
        $"""BEGIN; CREATE OR REPLACE TEMP TABLE moved AS SELECT * FROM scores_callbacks WHERE "RequestId" = '{id}'; DELETE FROM scores_callbacks WHERE "RequestId" = '{id}'; INSERT INTO scores_callbacks SELECT * FROM moved; COMMIT"""
    );
    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
}
Tell("DuckDB, one callback moved", times);
duck.Dispose();
Console.WriteLine($"memory at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1e9:0.00} GB");
folder.Delete(recursive: true);
return 0;

void Do(DbConnection db, string sql)
{
    using var command = db.CreateCommand();
    command.CommandText = sql;
    command.ExecuteNonQuery();
}

void Time(string name, DbConnection db, string sql, int calls = Calls)
{
    var times = new List<double>();
    using var command = db.CreateCommand();
    command.CommandText = sql.Replace("{0}", month, StringComparison.Ordinal);
    var rows = 0;
    for (var call = 0; call < calls + 3; call++)
    {
        var start = Stopwatch.GetTimestamp();
        rows = 0;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            rows++;
        if (call >= 3)
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
    Tell($"{name}, {rows} rows", times);
}

void Tell(string name, List<double> times)
{
    times.Sort();
    Console.WriteLine($"{times[times.Count / 2], 8:0.0} {times[(int)(times.Count * 0.95)], 8:0.0}  {name}");
}
