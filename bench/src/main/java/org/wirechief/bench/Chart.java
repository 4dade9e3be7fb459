package org.wirechief.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// Curves over logarithmic axes, drawn as SVG: the lower axis doubles from mark to mark, the left
/// one goes by 1, 2, 5, 10.
///
/// @param title what the left axis tells
/// @param curves at least one; all values are more than 0
record Chart(String title, List<Curve> curves) {
    static final int WIDTH = 440;
    static final int HEIGHT = 340;

    private static final int LEFT = 50;
    private static final int RIGHT = 80;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;

    /// One line of a chart.
    ///
    /// @param colour as SVG spells it
    record Curve(String name, String colour, List<Point> points) {}

    record Point(double x, double y) {
        Point {
            if (!(x > 0 && y > 0 && Double.isFinite(x) && Double.isFinite(y))) {
                throw new IllegalArgumentException(x + ", " + y + " has no place on logarithmic axes");
            }
        }
    }

    /// A group of elements, `left` pixels to the right.
    String svg(int left) {
        StringBuilder out = new StringBuilder("<g transform=\"translate(" + left + ",0)\">\n");
        text(out, LEFT, 22, "start", "bold", title);
        for (double mark : yMarks()) {
            line(out, LEFT, y(mark), WIDTH - RIGHT, y(mark));
            text(out, LEFT - 6, y(mark) + 4, "end", "normal", number(mark));
        }
        for (double mark : xMarks()) {
            line(out, x(mark), HEIGHT - BOTTOM, x(mark), HEIGHT - BOTTOM + 5);
            text(out, x(mark), HEIGHT - BOTTOM + 20, "middle", "normal", number(mark));
        }
        text(out, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", "normal", "outstanding requests");
        curves.forEach(curve -> curve(out, curve));
        return out.append("</g>\n").toString();
    }

    private void curve(StringBuilder out, Curve curve) {
        out.append("<polyline fill=\"none\" stroke=\"" + curve.colour + "\" stroke-width=\"2.5\" points=\"");
        for (Point point : curve.points) {
            out.append(pixels(x(point.x)) + "," + pixels(y(point.y)) + " ");
        }
        out.append("\"/>\n");
        for (Point point : curve.points) {
            out.append("<circle r=\"3.5\" fill=\"" + curve.colour + "\" cx=\"" + pixels(x(point.x)) + "\" cy=\""
                    + pixels(y(point.y)) + "\"/>\n");
        }
        Point last = curve.points.getLast();
        out.append("<text font-weight=\"bold\" fill=\"" + curve.colour + "\" x=\"" + pixels(x(last.x) + 8) + "\" y=\""
                + pixels(y(last.y) + 4) + "\">" + curve.name + "</text>\n");
    }

    private static void line(StringBuilder out, double x1, double y1, double x2, double y2) {
        out.append("<line stroke=\"#ccc\" x1=\"" + pixels(x1) + "\" y1=\"" + pixels(y1) + "\" x2=\"" + pixels(x2)
                + "\" y2=\"" + pixels(y2) + "\"/>\n");
    }

    private static void text(StringBuilder out, double x, double y, String anchor, String weight, String text) {
        out.append("<text fill=\"#333\" text-anchor=\"" + anchor + "\" font-weight=\"" + weight + "\" x=\"" + pixels(x)
                + "\" y=\"" + pixels(y) + "\">" + text + "</text>\n");
    }

    private List<Double> xMarks() {
        List<Double> marks = new ArrayList<>();
        for (double mark = xs().min().orElseThrow(); mark <= xs().max().orElseThrow(); mark *= 2) {
            marks.add(mark);
        }
        return marks;
    }

    /// From the last one below all values to the first one above them.
    List<Double> yMarks() {
        double least = ys().min().orElseThrow();
        double most = ys().max().orElseThrow();
        List<Double> marks = new ArrayList<>();
        int decade = (int) Math.floor(Math.log10(least)) - 1;
        while (true) {
            for (int step : new int[] {1, 2, 5}) {
                double mark = step * Math.pow(10, decade);
                if (mark <= least) {
                    marks.clear();
                }
                marks.add(mark);
                if (mark > most) {
                    return marks;
                }
            }
            decade++;
        }
    }

    private double x(double value) {
        double share = share(value, xs().min().orElseThrow(), xs().max().orElseThrow());
        return LEFT + share * (WIDTH - RIGHT - LEFT);
    }

    private double y(double value) {
        List<Double> marks = yMarks();
        return HEIGHT - BOTTOM - share(value, marks.getFirst(), marks.getLast()) * (HEIGHT - BOTTOM - TOP);
    }

    private static double share(double value, double least, double most) {
        return least == most ? 0.5 : Math.log(value / least) / Math.log(most / least);
    }

    private DoubleStream xs() {
        return curves.stream().flatMapToDouble(curve -> curve.points.stream().mapToDouble(Point::x));
    }

    private DoubleStream ys() {
        return curves.stream().flatMapToDouble(curve -> curve.points.stream().mapToDouble(Point::y));
    }

    private static String number(double mark) {
        return mark >= 1 ? String.format(Locale.ROOT, "%.0f", mark) : String.format(Locale.ROOT, "%.3g", mark);
    }

    private static String pixels(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
