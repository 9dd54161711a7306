using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Scores : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "scores_callbacks",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Seq = table.Column<int>(type: "INTEGER", nullable: false),
                    Contacted = table.Column<bool>(type: "INTEGER", nullable: true),
                    Solved = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Satisfied = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RegistryVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scores_callbacks", x => new { x.RequestId, x.Month });
                }
            );

            migrationBuilder.CreateTable(
                name: "scores_months",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Valid = table.Column<int>(type: "INTEGER", nullable: false),
                    Contacted = table.Column<int>(type: "INTEGER", nullable: false),
                    ContactUnsaid = table.Column<int>(type: "INTEGER", nullable: false),
                    Solved = table.Column<int>(type: "INTEGER", nullable: false),
                    Partly = table.Column<int>(type: "INTEGER", nullable: false),
                    Satisfied = table.Column<int>(type: "INTEGER", nullable: false),
                    Mostly = table.Column<int>(type: "INTEGER", nullable: false),
                    Unsaid = table.Column<int>(type: "INTEGER", nullable: false),
                    Synthetic = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scores_months", x => new { x.Month, x.Unit });
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_scores_callbacks_Month_Unit",
                table: "scores_callbacks",
                columns: new[] { "Month", "Unit" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "scores_callbacks");

            migrationBuilder.DropTable(name: "scores_months");
        }
    }
}
