using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ScoreReleases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "scores_months");

            migrationBuilder.AddColumn<string>(name: "Category", table: "scores_callbacks", type: "TEXT", maxLength: 60, nullable: true);

            migrationBuilder.AddColumn<string>(name: "Excluded", table: "scores_callbacks", type: "TEXT", maxLength: 40, nullable: true);

            migrationBuilder.CreateTable(
                name: "scores_exclusions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Seq = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Statement = table.Column<string>(type: "TEXT", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    Files = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", nullable: false),
                    DecideDueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReviewedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReviewedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReviewedBy = table.Column<string>(type: "TEXT", nullable: true),
                    ReviewedByUnit = table.Column<string>(type: "TEXT", nullable: true),
                    Supported = table.Column<bool>(type: "INTEGER", nullable: true),
                    ReviewText = table.Column<string>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", nullable: true),
                    EndText = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scores_exclusions", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "scores_released",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Of = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Valid = table.Column<int>(type: "INTEGER", nullable: false),
                    Contacted = table.Column<int>(type: "INTEGER", nullable: false),
                    ContactUnsaid = table.Column<int>(type: "INTEGER", nullable: false),
                    Solved = table.Column<int>(type: "INTEGER", nullable: false),
                    Partly = table.Column<int>(type: "INTEGER", nullable: false),
                    Satisfied = table.Column<int>(type: "INTEGER", nullable: false),
                    Mostly = table.Column<int>(type: "INTEGER", nullable: false),
                    Unsaid = table.Column<int>(type: "INTEGER", nullable: false),
                    Excluded = table.Column<int>(type: "INTEGER", nullable: false),
                    Synthetic = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_scores_released",
                        x => new
                        {
                            x.Month,
                            x.Revision,
                            x.Of,
                            x.Key,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "scores_releases",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    RegistryVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    SchemeText = table.Column<string>(type: "TEXT", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scores_releases", x => new { x.Month, x.Revision });
                }
            );

            migrationBuilder.CreateTable(
                name: "scores_sums",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Of = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Valid = table.Column<int>(type: "INTEGER", nullable: false),
                    Contacted = table.Column<int>(type: "INTEGER", nullable: false),
                    ContactUnsaid = table.Column<int>(type: "INTEGER", nullable: false),
                    Solved = table.Column<int>(type: "INTEGER", nullable: false),
                    Partly = table.Column<int>(type: "INTEGER", nullable: false),
                    Satisfied = table.Column<int>(type: "INTEGER", nullable: false),
                    Mostly = table.Column<int>(type: "INTEGER", nullable: false),
                    Unsaid = table.Column<int>(type: "INTEGER", nullable: false),
                    Excluded = table.Column<int>(type: "INTEGER", nullable: false),
                    Synthetic = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_scores_sums",
                        x => new
                        {
                            x.Month,
                            x.Of,
                            x.Key,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "scores_work",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Figure = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_scores_work",
                        x => new
                        {
                            x.Month,
                            x.Unit,
                            x.Figure,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "scores_work_rows",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Turn = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Cohort = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Figures = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_scores_work_rows",
                        x => new
                        {
                            x.RequestId,
                            x.Turn,
                            x.Month,
                        }
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_scores_exclusions_Month_Unit",
                table: "scores_exclusions",
                columns: new[] { "Month", "Unit" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_scores_exclusions_RequestId_Seq",
                table: "scores_exclusions",
                columns: new[] { "RequestId", "Seq" },
                unique: true,
                filter: "\"State\" <> 'Withdrawn'"
            );

            migrationBuilder.CreateIndex(
                name: "IX_scores_exclusions_State_DecideDueAt",
                table: "scores_exclusions",
                columns: new[] { "State", "DecideDueAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_scores_released_Key_Month", table: "scores_released", columns: new[] { "Key", "Month" });

            migrationBuilder.CreateIndex(name: "IX_scores_sums_Key_Month", table: "scores_sums", columns: new[] { "Key", "Month" });

            migrationBuilder.CreateIndex(name: "IX_scores_work_rows_Cohort", table: "scores_work_rows", column: "Cohort");

            migrationBuilder.CreateIndex(
                name: "IX_scores_work_rows_Month_Unit",
                table: "scores_work_rows",
                columns: new[] { "Month", "Unit" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "scores_exclusions");

            migrationBuilder.DropTable(name: "scores_released");

            migrationBuilder.DropTable(name: "scores_releases");

            migrationBuilder.DropTable(name: "scores_sums");

            migrationBuilder.DropTable(name: "scores_work");

            migrationBuilder.DropTable(name: "scores_work_rows");

            migrationBuilder.DropColumn(name: "Category", table: "scores_callbacks");

            migrationBuilder.DropColumn(name: "Excluded", table: "scores_callbacks");

            migrationBuilder.CreateTable(
                name: "scores_months",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ContactUnsaid = table.Column<int>(type: "INTEGER", nullable: false),
                    Contacted = table.Column<int>(type: "INTEGER", nullable: false),
                    Mostly = table.Column<int>(type: "INTEGER", nullable: false),
                    Partly = table.Column<int>(type: "INTEGER", nullable: false),
                    Satisfied = table.Column<int>(type: "INTEGER", nullable: false),
                    Solved = table.Column<int>(type: "INTEGER", nullable: false),
                    Synthetic = table.Column<int>(type: "INTEGER", nullable: false),
                    Unsaid = table.Column<int>(type: "INTEGER", nullable: false),
                    Valid = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scores_months", x => new { x.Month, x.Unit });
                }
            );
        }
    }
}
