using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ScoresWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "scores_work",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Figure = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
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
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Turn = table.Column<int>(type: "integer", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Cohort = table.Column<DateOnly>(type: "date", nullable: false),
                    Figures = table.Column<long>(type: "bigint", nullable: false),
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
            migrationBuilder.DropTable(name: "scores_work");

            migrationBuilder.DropTable(name: "scores_work_rows");
        }
    }
}
